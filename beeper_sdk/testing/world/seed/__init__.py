"""Made-up people, texts, files and chats: what the worlds of the fake server are made from."""
