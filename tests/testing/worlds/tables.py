"""The small world as tables of docs/reference/fake_server.md: ``python -m tests.testing.worlds.tables`` prints them."""

from __future__ import annotations

from beeper_sdk.testing import FakeBeeper


def small_world() -> str:
    """The small world: chats with their accounts, and the messages of each chat, as a server has them."""
    with FakeBeeper(world="small") as fake:
        world = fake.world
        chats = world.chats()
        lines = ["| chat | local ID | title | account | unread |", "| --- | --- | --- | --- | --- |"]
        for one in chats:
            account, unread = f"`{one['accountID']}`", one["unreadCount"]
            lines.append(f"| `{one['id']}` | `{one['localChatID']}` | {one['title']} | {account} | {unread} |")
        lines += ["", "| ID | chat | sender | text |", "| --- | --- | --- | --- |"]
        for chat in chats:
            for row in world.messages(chat["id"]):
                text = row.get("text") or f"({row['type'].lower()})"
                lines.append(f"| {row['id']} | {chat['title']} | {row['senderName']} | {text} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(small_world(), end="")
