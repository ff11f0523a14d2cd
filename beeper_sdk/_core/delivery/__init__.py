"""Determines the outcome of sends: what was sent, which message matches it, how long to wait."""
