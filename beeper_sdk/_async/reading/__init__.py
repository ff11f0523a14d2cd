"""Reads the messages around another one, and the unread ones."""
