"""Participants, the current user, and the names of people and chats."""
