"""The small world as the tables of docs/testing.md: ``python -m tests.testing.worlds.tables`` prints them."""

from __future__ import annotations

from beeper_sdk.testing import FakeBeeper


def tables() -> str:
    """Accounts and chats, and the messages of each chat, in Markdown, as a server has them."""
    with FakeBeeper(world="small") as fake:
        world = fake.world
        chats = world.chats()
        lines = ["| chat | title | account | unread |", "| --- | --- | --- | --- |"]
        lines += [f"| `{one['id']}` | {one['title']} | `{one['accountID']}` | {one['unreadCount']} |" for one in chats]
        lines += ["", "| ID | chat | sender | text |", "| --- | --- | --- | --- |"]
        for chat in chats:
            for row in world.messages(chat["id"]):
                text = row.get("text") or f"({row['type'].lower()})"
                lines.append(f"| {row['id']} | {chat['title']} | {row['senderName']} | {text} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(tables(), end="")
