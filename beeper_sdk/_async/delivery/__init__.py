"""What became of a send: reading the history, waiting."""
