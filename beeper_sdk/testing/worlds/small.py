"""The small world, whose IDs and texts do not change within a major version, and the empty one.

`small` has two accounts, five chats with eight messages each, and eight people besides the user. The tables below are
all there is; `docs/reference/fake_server.md` lists them.
"""

from __future__ import annotations

from typing import NamedTuple

from ..rules.build import acts
from ..rules.build.chats import ChatOptions, add_chat, add_label
from ..rules.build.names import find_person
from ..rules.build.people import add_account, all_bridges
from ..world.seed.accounts import SIGNAL, WHATSAPP
from ..world.seed.media import files
from ..world.seed.people import Person
from ..world.start import Start
from .script import Script

OWNER = "Alice Ashfield"
PEOPLE = (
    "Bob Birchwood", "Carol Cedarstone", "Dave Dalemere", "Erin Elmcroft", "Frank Fernhurst", "Grace Glenford",
    "Heidi Hazelbury", "Ivan Irisfield",
)  # fmt: skip
ACCOUNTS = ((WHATSAPP, "whatsapp"), (SIGNAL, "signal"))
"""The ID and the network of each account."""
LABELS = ("Family", "Work")


class SmallChat(NamedTuple):
    """A chat of the small world, with who writes what, oldest first; the user is ``Me``.

    A reply begins with ``> ``, and replies to the message before it. ``[image]`` is a picture.
    """

    id: str
    account_id: str
    title: str | None
    people: tuple[str, ...]
    options: ChatOptions
    hours_ago: int
    """When its first message was sent. The next ones follow every five minutes."""
    unread: int
    """How many of the newest messages are unread."""
    messages: tuple[tuple[str, str], ...]


CHATS = (
    SmallChat(
        "!bob:small.local", WHATSAPP, None, ("Bob",), ChatOptions(pinned=True), 2, 2,
        (
            ("Bob", "Good morning!"), ("Me", "Morning, Bob"), ("Bob", "Are we still on for lunch?"),
            ("Me", "> Yes, at noon"), ("Bob", "[image]"), ("Me", "That looks good"),
            ("Bob", "The table is booked"), ("Bob", "See you at noon"),
        ),
    ),
    SmallChat(
        "!hiking:small.local", WHATSAPP, "Hiking", ("Bob", "Carol", "Dave"), ChatOptions(labels=("Family",)), 5, 0,
        (
            ("Carol", "Where do we go on Saturday?"), ("Dave", "Around the lake"), ("Bob", "> Good idea"),
            ("Me", "How long is the way?"), ("Dave", "About 12 km"), ("Carol", "I bring the sandwiches"),
            ("Bob", "And I bring tea"), ("Me", "Then I drive"),
        ),
    ),
    SmallChat(
        "!carol:small.local", WHATSAPP, None, ("Carol",), ChatOptions(archived=True), 72, 0,
        (
            ("Carol", "Do you have my umbrella?"), ("Me", "Is it the blue one?"), ("Carol", "> Yes"),
            ("Me", "Then it is here"), ("Carol", "Can you keep it until Friday?"), ("Me", "Of course"),
            ("Carol", "Thank you"), ("Me", "You are welcome"),
        ),
    ),
    SmallChat(
        "!erin:small.local", SIGNAL, None, ("Erin",), ChatOptions(), 26, 1,
        (
            ("Me", "Did the parcel arrive?"), ("Erin", "Not yet"), ("Me", "It was sent on Monday"),
            ("Erin", "Then it should be here today"), ("Me", "Tell me when it is there"), ("Erin", "I will"),
            ("Me", "Thanks"), ("Erin", "It is here!"),
        ),
    ),
    SmallChat(
        "!team:small.local", SIGNAL, "Team", ("Erin", "Frank", "Grace"),
        ChatOptions(muted=True, labels=("Work",), description="Planning and releases"), 50, 3,
        (
            ("Frank", "The build is red"), ("Grace", "I look into it"), ("Me", "> Thanks, Grace"),
            ("Grace", "It was a typing error"), ("Frank", "It is green again"), ("Erin", "Great"),
            ("Frank", "Release on Thursday?"), ("Grace", "> Thursday is fine"),
        ),
    ),
)  # fmt: skip
REACTIONS = (("Bob", "!hiking:small.local", "Then I drive", "👍"),)
"""Who reacts to which message, with what."""


def _person(number: int, name: str) -> Person:
    first, last = name.split()
    handle = f"{first}.{last}".lower()
    return Person(number, first, name, f"@{handle}", f"+1555010{number:04d}", f"{handle}@example.com")


def empty() -> Start:
    """No accounts, chats, labels or people but the user; the bridges of all networks."""
    return Start(people=[_person(0, OWNER)], bridges=all_bridges())


def small() -> Start:
    """The small world."""
    begin = empty()
    begin.people += [_person(number, name) for number, name in enumerate(PEOPLE, 1)]
    begin.next_id, begin.next_local = 1001, 1
    script = Script(begin)
    world = script.world
    for account_id, network in ACCOUNTS:
        add_account(world, network, account_id=account_id)
    for name in LABELS:
        add_label(world, name)
    for chat in CHATS:
        add_chat(world, chat.title, chat.people, chat.account_id, chat.options, chat.id)
    for chat in sorted(CHATS, key=lambda chat: -chat.hours_ago):
        _write(script, chat)
    return script.start()


def _write(script: Script, chat: SmallChat) -> None:
    """Write the messages of a chat; those before its unread ones are read."""
    script.go_to(hours=-chat.hours_ago)
    last = ""
    for place, (name, text) in enumerate(chat.messages):
        script.forward(minutes=5)
        who = None if name == "Me" else name
        file = ("IMAGE", files(0)["IMAGE"][0]) if text == "[image]" else None
        reply = last if text.startswith("> ") else None
        row = script.send(who, chat.id, None if file else text.removeprefix("> "), file=file, reply_to=reply)
        last = str(row["id"])
        if place == len(chat.messages) - chat.unread - 1:
            acts.read(script.world, None, chat.id, None)
        for author, chat_id, target, key in REACTIONS:
            if (chat_id, target) == (chat.id, text):
                acts.react(script.world, find_person(script.world, author), chat_id, last, key, back=False)
