"""The operations whose outcome can be found out by reading messages."""

SENDS = frozenset({"messages.send", "v0.send_message"})
"""Operations that send a message."""
REACTION = "chats.messages.reactions.add"
CHECKED = SENDS | {REACTION}
