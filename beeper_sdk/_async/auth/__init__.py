"""Logging in, and ending that."""
