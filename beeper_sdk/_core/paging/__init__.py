"""Where a page ends and the next begins, and how a walk is resumed."""
