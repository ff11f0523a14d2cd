"""What a program does with the official SDK, and reads back; runs where that SDK is installed, and nothing else.

    python scenario.py URL TOKEN

Each step that the installed generation has is printed with the number of its checks. Responses are validated strictly.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

TEXT = "Read me back"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def has(client: Any, path: str) -> bool:
    """Whether this generation has a method."""
    for name in path.split("."):
        client = getattr(client, name, None)
    return client is not None


def check(what: str, actual: object, expected: object) -> None:
    """Stop with what differs."""
    if actual != expected:
        raise SystemExit(f"{what}: expected {expected!r}, got {actual!r}")


def messages(client: Any, chat_id: str, limit: int = 60) -> list[Any]:
    """The newest messages of a chat, over pages."""
    rows: Iterable[Any] = client.messages.list(chat_id)
    return list(islice(rows, limit))


def found(rows: Iterable[Any], text: str) -> Any:
    """The message with a text."""
    row = next((row for row in rows if row.text == text), None)
    if row is None:
        raise SystemExit(f"the message {text!r} was not found")
    return row


def reads(client: Any) -> None:
    """Accounts, contacts, chats, messages and searches, over all their pages."""
    accounts = client.accounts.list()
    check("account IDs", len({account.account_id for account in accounts}), len(accounts))
    account_id = accounts[0].account_id
    chats = list(client.chats.list())
    check("chat IDs", len({chat.id for chat in chats}), len(chats))
    for chat in islice(chats, 8):
        # Some generations do not encode IDs in paths: the local ID has no character that needs it.
        check("retrieved chat", client.chats.retrieve(chat.local_chat_id).id, chat.id)
        rows = messages(client, chat.local_chat_id)
        check("message IDs", len({row.id for row in rows}), len(rows))
    check("searched chats", len(list(client.chats.search(limit=50))) >= len(chats), True)
    found_rows: Iterable[Any] = client.messages.search(query="the", limit=20)
    list(islice(found_rows, 50))
    client.search(query="the")
    client.accounts.contacts.search(account_id, query="a")
    if has(client, "accounts.contacts.list"):
        list(client.accounts.contacts.list(account_id))


def sends(client: Any, chat_id: str) -> None:
    """A message, its edit, its reaction and its deletion, each read back."""
    sent = client.messages.send(chat_id, text=TEXT)
    check("chat of the sent message", sent.chat_id, chat_id)
    row = found(messages(client, chat_id), TEXT)
    check("sender", row.is_sender, True)
    reply = client.messages.send(chat_id, text=f"{TEXT} too", reply_to_message_id=row.id)
    check("pending ID", reply.pending_message_id != sent.pending_message_id, True)
    if has(client, "messages.update"):
        client.messages.update(row.id, chat_id=chat_id, text=f"{TEXT}, edited")
        row = found(messages(client, chat_id), f"{TEXT}, edited")
    if has(client, "messages.retrieve"):
        check("by pending ID", client.messages.retrieve(sent.pending_message_id, chat_id=chat_id).id, row.id)
    if has(client, "chats.messages.reactions"):
        reactions = client.chats.messages.reactions
        reactions.add(row.id, chat_id=chat_id, reaction_key="👍")
        keys = [reaction.reaction_key for reaction in found(messages(client, chat_id), row.text).reactions]
        check("reactions", keys, ["👍"])
        arguments = {"chat_id": chat_id, "message_id": row.id, "reaction_key": "👍"}
        first = next(iter(inspect.signature(reactions.delete).parameters))  # which one depends on the generation
        reactions.delete(arguments.pop(first), **arguments)
        check("reactions", found(messages(client, chat_id), row.text).reactions or [], [])
    if has(client, "messages.delete"):
        client.messages.delete(row.id, chat_id=chat_id)
        check("deleted", [one.id for one in messages(client, chat_id) if one.text == row.text], [])


def files(client: Any, chat_id: str) -> None:
    """A file that is uploaded, sent, read back and downloaded."""
    if not has(client, "assets.upload"):
        return
    upload = client.assets.upload(file=("dot.png", PICTURE, "image/png"))
    client.messages.send(chat_id, attachment={"upload_id": upload.upload_id}, text="A dot")
    attachment = found(messages(client, chat_id), "A dot").attachments[0]
    check("file name", attachment.file_name, "dot.png")
    if has(client, "assets.serve"):
        served = client.assets.serve(url=attachment.id)
        if hasattr(served, "read"):
            check("bytes", served.read(), PICTURE)
    check("download error", client.assets.download(url=attachment.src_url).error, None)


def state(client: Any, chat_id: str) -> None:
    """Archive, reminders and what later generations change of a chat."""
    client.chats.archive(chat_id, archived=True)
    check("archived", client.chats.retrieve(chat_id).is_archived, True)
    client.chats.archive(chat_id, archived=False)
    moment = datetime.now(UTC) + timedelta(days=2)
    in_ms = {"remind_at_ms": int(moment.timestamp() * 1000)}
    client.chats.reminders.create(chat_id, reminder={"remind_at": moment} if has(client, "chats.update") else in_ms)
    client.chats.reminders.delete(chat_id)
    if has(client, "chats.update"):
        client.chats.update(chat_id, is_muted=True)
        check("muted", client.chats.retrieve(chat_id).is_muted, True)
        client.chats.mark_unread(chat_id)
        check("marked unread", client.chats.retrieve(chat_id).is_marked_unread, True)
        client.chats.mark_read(chat_id)
    client.focus(chat_id=chat_id)


def newest(client: Any) -> None:
    """What only the newest generations have."""
    if has(client, "info.retrieve"):
        client.info.retrieve()
    if has(client, "labels"):
        client.labels.list()
    if has(client, "accounts.retrieve"):
        for account in client.accounts.list():
            client.accounts.retrieve(account.account_id)
    if has(client, "bridges.list"):
        client.bridges.list()
    if has(client, "app.setup.retrieve"):
        client.app.setup.retrieve()


def main(url: str, token: str) -> None:
    """Go through all steps."""
    sdk: Any = importlib.import_module("beeper_desktop_api")  # installed where this runs
    client = sdk.BeeperDesktop(access_token=token, base_url=url, max_retries=0, _strict_response_validation=True)
    # WhatsApp has what the steps need. A merged chat would send from one of its members.
    chats = (chat for chat in client.chats.list() if chat.type == "single" and "whatsapp" in chat.account_id)
    chat_id = next(chat.id for chat in chats if getattr(chat, "merge", None) is None)
    reads(client)
    sends(client, chat_id)
    files(client, chat_id)
    state(client, chat_id)
    newest(client)
    print(f"official SDK {sdk.__version__}: passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
