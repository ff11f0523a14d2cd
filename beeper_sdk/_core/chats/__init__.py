"""Lists of chats as their owner sees them: a merged chat once, or its member chats."""
