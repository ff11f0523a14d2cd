"""What is new: which requests find it, in which order changes are delivered, and what a position keeps. No I/O."""
