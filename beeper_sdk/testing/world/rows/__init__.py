"""The rows of chats: in blocks, of which only those in use are unpacked; and what is counted and marked in them."""
