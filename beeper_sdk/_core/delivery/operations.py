"""The operations whose outcome can be found out by reading messages."""

SENDS = frozenset({"messages.send", "v0.send_message"})
"""Operations that send a message."""
REACTION = "chats.messages.reactions.add"
CHECKED = SENDS | {REACTION}


def next_step(operation: str) -> str:
    """What to do after a call that may have succeeded."""
    if operation in CHECKED:
        return "call messages.check(error) before sending again"
    if operation.startswith("assets."):
        return "it is safe to upload again"
    return "find out whether it did before repeating it"
