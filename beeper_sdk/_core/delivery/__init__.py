"""What became of a send: what was sent, what counts as the same message, how long to wait."""
