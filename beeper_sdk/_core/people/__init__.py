"""Participants, who the user is, and the names of people and chats."""
