"""The chats, people and messages of the fake server."""
