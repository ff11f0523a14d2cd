"""Handlers of new messages: which messages each receives, and how a program that runs them is stopped."""
