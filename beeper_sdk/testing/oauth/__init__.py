"""Logging in to the fake server, and its tokens."""
