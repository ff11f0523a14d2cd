"""What programs do with a client: a call, and then what they do with its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from beeper_sdk import sanitize
from beeper_sdk.testing import FakeBeeper
from tests.testing.known_chats import BOB, MERGED, SIGNAL, WHATSAPP, group, message

TEXT = "see you at seven"
OLDER = ("4.1.92", "4.1.294", "4.2.557", "4.2.808")


class Sample(NamedTuple):
    """What the calls act on."""

    group: str
    message: str
    reacted: str
    person: str
    stranger: str
    file: str
    native: str
    short: str


Call: TypeAlias = Callable[[Any, Sample], Any]
Use: TypeAlias = Callable[[Any, Any], Any]
"""What is done with the client and the result of the call, or an item of it."""
Resume: TypeAlias = Callable[[Any, Sample, str], Any]


class Act(NamedTuple):
    """One call, what is done with its result, and the apps and clients with which it is tried."""

    name: str
    call: Call
    uses: tuple[Use, ...] = ()
    once: bool = False
    resume: Resume | None = None
    """The same list from a checkpoint."""
    versions: tuple[str, ...] = ("",)
    v0: bool = False
    """Whether it is a call of the client of v0."""
    options: Mapping[str, Any] = MappingProxyType({})


@cache
def sample_of(fake: FakeBeeper) -> Sample:
    """What there is in the world of a fake server."""
    members = fake.world.chat(BOB)["participants"]["items"]
    person = next(str(member["id"]) for member in members if not member.get("isSelf"))
    row = message(fake, BOB)["id"]
    native = next(room["id"] for room in fake.world.chats() if room["accountID"].startswith("imessage"))
    rooms = [room["id"] for room in fake.world.chats() if "merge" not in room]
    short = next(room for room in rooms if 41 <= len(fake.world.messages(room)) <= 90)
    return Sample(
        str(group(fake)["id"]), str(row), str(row), person, "@stranger:beeper.local", "mxc://x/y", native, str(short)
    )


CHAT_USES: tuple[Use, ...] = (
    lambda b, chat: b.chats.title(chat),
    lambda b, chat: b.chats.self_user(chat),
    lambda b, chat: b.chats.participants(chat),
    lambda b, chat: b.chats.complete(chat),
    lambda b, chat: b.chats.expiry(chat),
    lambda b, chat: b.chats.expiry_choices(chat),
    lambda b, chat: b.messages.list(chat),
    lambda b, chat: b.messages.send(chat, text=TEXT),
    lambda b, chat: b.chats.archive(chat),
    lambda b, chat: b.people.display_name("@x:y", chat=chat),
    lambda _, chat: sanitize(chat),
)
MESSAGE_USES: tuple[Use, ...] = (
    lambda b, row: b.messages.is_mine(row),
    lambda b, row: b.people.display_name(row),
    lambda b, row: b.messages.send(BOB, text=TEXT, reply_to_message_id=row),
    lambda b, row: b.messages.update(row, chat_id=BOB, text=TEXT),
    lambda b, row: b.messages.delete(row, chat_id=row.chat_id),
    lambda b, row: b.messages.retrieve(row, chat_id=BOB),
    lambda b, row: b.chats.messages.reactions.add(row, chat_id=BOB, reaction_key="x"),
    lambda b, row: [b.assets.download(url=attachment.src_url) for attachment in row.attachments or []][:1],
    lambda b, row: [b.assets.serve(url=attachment.src_url) for attachment in row.attachments or []][-1:],
    lambda _, row: sanitize(row),
)
USER_USES: tuple[Use, ...] = (
    lambda b, user: b.chats.start(account_id=SIGNAL, user=user),
    lambda b, user: b.people.find(user.full_name),
    lambda _, user: sanitize(user),
)
ACCOUNT_USES: tuple[Use, ...] = (
    lambda b, account: b.accounts.retrieve(account.account_id),
    lambda b, account: b.me(account.account_id),
    lambda b, account: b.accounts.contacts.list(account.account_id),
    lambda b, account: b.chats.search(account_ids=[account.account_id]),
    lambda _, account: sanitize(account),
)
START_USES: tuple[Use, ...] = (
    lambda _, chat: chat.text_status,
    lambda b, chat: b.messages.check(chat),
    lambda b, chat: b.messages.check(chat, text=TEXT),
    lambda b, chat: b.messages.send(chat.chat_id, text=TEXT),
)
SENT_USES: tuple[Use, ...] = (
    lambda b, sent: b.messages.wait(sent, timeout=0.1),
    lambda b, sent: b.messages.wait(sent, text=TEXT, timeout=0.1),
    lambda b, sent: b.messages.retrieve(sent.pending_message_id, chat_id=sent.chat_id),
)
UPLOAD_USES: tuple[Use, ...] = (
    lambda b, upload: b.messages.send(BOB, attachment={"upload_id": upload}),
    lambda b, upload: b.assets.download(url=upload.src_url),
    lambda _, upload: sanitize(upload),
)


def _list(name: str, call: Callable[..., Any], *uses: Use, versions: tuple[str, ...] = ("",)) -> Act:
    return Act(name, call, uses, resume=lambda b, s, at: call(b, s, resume=at), versions=versions)


LISTS = (
    _list("messages.list", lambda b, s, **o: b.messages.list(s.group, **o), *MESSAGE_USES, versions=("", *OLDER)),
    _list("messages.list after", lambda b, s, **o: b.messages.list(s.group, direction="after", cursor="1", **o)),
    _list("oldest first", lambda b, s, **o: b.messages.list(s.short, **o).oldest_first(), versions=("", "4.1.294")),
    _list("strict list", lambda b, s, **o: b.messages.list(s.group, **o).strict()),
    _list("messages.search", lambda b, _, **o: b.messages.search(query="a", **o), *MESSAGE_USES, versions=("", *OLDER)),
    _list("chats.list", lambda b, _, **o: b.chats.list(limit=9, **o), *CHAT_USES, versions=("", "4.1.294")),
    _list("chats.search", lambda b, _, **o: b.chats.search(limit=9, **o), *CHAT_USES, versions=("", *OLDER)),
    _list("chats.search inbox", lambda b, _, **o: b.chats.search(inbox="primary", unread_only=True, **o)),
    _list("contacts", lambda b, _, **o: b.accounts.contacts.list(SIGNAL, limit=9, **o), *USER_USES),
)
READS = (
    Act("chats.retrieve", lambda b, s: b.chats.retrieve(s.group), CHAT_USES, versions=("", *OLDER)),
    Act("merged chat", lambda b, _: b.chats.retrieve(MERGED), CHAT_USES),
    Act("messages.retrieve", lambda b, s: b.messages.retrieve(s.message, chat_id=BOB), MESSAGE_USES),
    Act("accounts.list", lambda b, _: b.accounts.list(), ACCOUNT_USES, versions=("", *OLDER)),
    Act("accounts.list_all", lambda b, _: b.accounts.list_all(), ACCOUNT_USES),
    Act("selves", lambda b, _: b.accounts.selves(complete=True), (lambda b, user: b.people.display_name(user.id),)),
    Act("contacts.search", lambda b, _: b.accounts.contacts.search(SIGNAL, query="b"), USER_USES,
        versions=("", *OLDER)),
    Act("search", lambda b, _: b.search(query="hiking"), (lambda _, found: sanitize(found),), versions=("", *OLDER)),
    Act("me", lambda b, _: b.me(WHATSAPP), USER_USES),
    Act("title", lambda b, s: b.chats.title(s.group)),
    Act("self_user", lambda b, s: b.chats.self_user(s.group), USER_USES, versions=("", *OLDER)),
    Act("participants", lambda b, s: b.chats.participants(s.group, page_size=5), USER_USES, versions=("", *OLDER)),
    Act("complete", lambda b, s: b.chats.complete(s.group), CHAT_USES),
    Act("find chat", lambda b, _: b.chats.find("Hiking"), CHAT_USES, versions=("", *OLDER)),
    Act("find person", lambda b, _: b.people.find("Bob"), USER_USES, versions=("", *OLDER)),
    Act("find contact", lambda b, _: b.people.find("Erin", account=SIGNAL), USER_USES),
    Act("display_name", lambda b, s: b.people.display_name(s.person, account_id=WHATSAPP)),
    Act("server_version", lambda b, _: b.server_version(), versions=("", *OLDER)),
    Act("supports", lambda b, _: b.supports("labels.list"), versions=("", *OLDER)),
    Act("labels.list", lambda b, _: b.labels.list(), (lambda b, label: b.chats.search(label_id=label.id),)),
    Act("info", lambda b, _: b.info.retrieve()),
    Act("userinfo", lambda b, _: b.oauth.userinfo(), versions=("", "4.1.294")),
    Act("diagnosed", lambda b, _: b.messages.list(BOB), (lambda b, _: str(b.diagnostics.to_dict()),),
        options={"diagnose": "all"}),
    Act("strict", lambda b, _: b.chats.retrieve(BOB), options={"strict": True}),
    Act("serve", lambda b, s: b.assets.serve(url=s.file), (lambda _, content: bytes(content),)),
    Act("request", lambda b, _: b.request("GET", f"/v1/chats/{BOB}")),
)  # fmt: skip
WRITES = (
    Act("messages.send", lambda b, _: b.messages.send(BOB, text=TEXT), SENT_USES, once=True, versions=("", *OLDER)),
    Act("messages.send reply", lambda b, s: b.messages.send(BOB, text=TEXT, reply_to_message_id=s.message), SENT_USES,
        once=True),
    Act("chats.create", lambda b, s: b.chats.create(account_id=SIGNAL, participant_ids=[s.stranger], type="group",
        title="t", message_text=TEXT), START_USES, once=True, versions=("", *OLDER)),
    Act("chats.start", lambda b, s: b.chats.start(account_id=WHATSAPP, user={"id": s.person}, message_text=TEXT),
        START_USES, once=True, versions=("", *OLDER)),
    Act("chats.start new", lambda b, s: b.chats.start(account_id=SIGNAL, user={"id": s.stranger}), START_USES,
        once=True),
    Act("notify_anyway", lambda b, s: b.chats.notify_anyway(s.native), CHAT_USES, once=True),
    Act("assets.upload", lambda b, _: b.assets.upload(file=b"photo"), UPLOAD_USES, once=True),
    Act("upload_base64", lambda b, _: b.assets.upload_base64(content="AAAA"), UPLOAD_USES, once=True),
    Act("reactions.add", lambda b, s: b.chats.messages.reactions.add(s.message, chat_id=BOB, reaction_key="x"),
        once=True, versions=("", "4.2.557")),
    Act("matrix.create_room", lambda b, _: b.matrix.create_room(body={"name": "n"}), once=True),
    Act("oauth.register", lambda b, _: b.oauth.register(client_name="n", redirect_uris=["http://127.0.0.1:1/"]),
        once=True),
    Act("guessed send", lambda b, _: b.messages.send("!none:x", text=TEXT), SENT_USES, once=True),
    Act("messages.update", lambda b, s: b.messages.update(s.message, chat_id=BOB, text=TEXT)),
    Act("messages.delete", lambda b, s: b.messages.delete(s.message, chat_id=BOB)),
    Act("chats.update", lambda b, _: b.chats.update(BOB, title="t"), CHAT_USES, versions=("", "4.2.557")),
    Act("chats.archive", lambda b, _: b.chats.archive(BOB), versions=("", *OLDER)),
    Act("mark_read", lambda b, _: b.chats.mark_read(BOB), versions=("", "4.1.294")),
    Act("remind", lambda b, _: b.chats.remind(BOB, at="2036-12-24T18:00:00Z"), versions=("", *OLDER)),
    Act("clear reminder", lambda b, _: b.chats.reminders.delete(BOB), versions=("", *OLDER)),
    Act("focus", lambda b, _: b.focus(chat_id=BOB), versions=("", *OLDER)),
    Act("download", lambda b, s: b.assets.download(url=s.file), versions=("", *OLDER)),
)  # fmt: skip
BOTH = ("", "4.1.92")
V0 = (
    Act("v0 accounts", lambda c, _: c.get_accounts(), versions=BOTH, v0=True),
    Act("v0 search", lambda c, _: c.search(query="hiking"), versions=BOTH, v0=True),
    Act("v0 users", lambda c, _: c.search_users(account_id=WHATSAPP, query="a"), versions=BOTH, v0=True),
    Act("v0 open", lambda c, _: c.open_app(chat_id=BOB), versions=BOTH, v0=True),
    Act("v0 chat", lambda c, _: c.get_chat(chat_id=BOB), versions=BOTH, v0=True),
    Act("v0 chats", lambda c, _: c.search_chats(query="a", limit=3), versions=BOTH, v0=True),
    Act("v0 messages", lambda c, _: c.search_messages(query="the"), versions=BOTH, v0=True),
    Act("v0 send", lambda c, _: c.send_message(chat_id=BOB, text=TEXT), once=True, versions=BOTH, v0=True),
    Act("v0 create", lambda c, s: c.create_chat(account_id=WHATSAPP, participant_ids=[s.person], type="single"),
        once=True, versions=BOTH, v0=True),
    Act("v0 download", lambda c, s: c.download_asset(url=s.file), versions=BOTH, v0=True),
    Act("v0 archive", lambda c, _: c.archive_chat(chat_id=BOB), versions=BOTH, v0=True),
    Act("v0 remind", lambda c, _: c.set_chat_reminder(chat_id=BOB, reminder={"remind_at_ms": 2093456000000}),
        versions=BOTH, v0=True),
    Act("v0 clear", lambda c, _: c.clear_chat_reminder(chat_id=BOB), versions=BOTH, v0=True),
    Act("v0 userinfo", lambda c, _: c.userinfo(), versions=BOTH, v0=True),
)  # fmt: skip
ALL = (*LISTS, *READS, *WRITES, *V0)
