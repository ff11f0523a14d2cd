"""The demo world: large and odd, made by code alone, the same for the same seed wherever and whenever it is made."""

from __future__ import annotations

from ..rules.build.chats import ChatOptions, add_chat, note_to_self
from ..rules.build.names import find_person
from ..rules.build.people import add_account
from ..rules.matrix import put_data
from ..wire.json_values import Json
from ..world.room import Room
from ..world.seed.accounts import ACCOUNTS, account, bridges
from ..world.seed.chats import BIG_GROUP, LABELS, MERGED_ID, contacts, merged, plans, room
from ..world.seed.media import MediaStore, files
from ..world.seed.messages import Scribe, times
from ..world.seed.people import Draw, Person, population
from ..world.start import FIRST_ID, Start
from .script import Script


def demo(seed: int) -> Start:
    """The demo world of a seed."""
    script = Script(_bridged(seed))
    _add_matrix(script)
    return script.start()


def _bridged(seed: int) -> Start:
    """The world of the four bridged accounts, whose chats are drawn."""
    people = population(seed, BIG_GROUP)
    media = MediaStore()
    rooms = _rooms(seed, people, media)
    return Start(
        seed=seed,
        people=people,
        accounts=[account(network, account_id, people[0]) for account_id, network in ACCOUNTS.items()],
        bridges=bridges(),
        contacts={account_id: contacts(account_id, people) for account_id in ACCOUNTS},
        strangers={
            account_id: [network.user(who, account_id) for who in people[1:]]
            for account_id, network in ACCOUNTS.items()
        },
        labels=[dict(label) for label in LABELS],
        media=media,
        rooms=rooms,
        local={room.wire["localChatID"]: room.id for room in rooms},
        next_id=FIRST_ID + sum(len(room.messages) for room in rooms),
        next_local=1 + max(int(room.wire["localChatID"]) for room in rooms),
    )


def _rooms(seed: int, people: list[Person], media: MediaStore) -> list[Room]:
    draw = Draw(seed, "rooms")
    planned = plans()
    rooms = [room(plan, number, people, draw) for number, plan in enumerate(planned)]
    pictures = files(seed)
    for chat_room, slots in zip(rooms, times(seed, [plan.rows for plan in planned]), strict=True):
        Scribe(seed, chat_room, pictures, media).write(slots)
        _settle(chat_room)
    return [*rooms, merged([one for one in rooms if "mergedIntoChatID" in one.wire], MERGED_ID, "99")]


def _settle(chat_room: Room) -> None:
    """Say of the newest messages of others that they are unread, and bring counters and marks in line."""
    unread = (0, 0, 3, 0, 12, 0, 1)[sum(map(ord, chat_room.wire["localChatID"])) % 7]
    for row in chat_room.shown():
        if unread == 0:
            chat_room.wire["lastReadMessageSortKey"] = row["sortKey"]
            break
        if not row["isSender"]:
            row["isUnread"] = True
            unread -= 1
    if (newest := next(chat_room.shown(), None)) is not None:
        chat_room.wire["lastActivity"] = newest["timestamp"]
    chat_room.recount()


MATRIX_ACCOUNT = "matrix"
MATRIX_DIRECT = "!direct:beeper.local"
MATRIX_GROUP = "!community:beeper.local"
MATRIX_SELF = "!note-to-self:beeper.local"
_PEOPLE = (200, 201, 203)
_SAID = (
    (0, MATRIX_DIRECT, "Have you tried the new rooms?"),
    (None, MATRIX_DIRECT, "Not yet. I will <em>tonight</em>."),
    (0, MATRIX_GROUP, "Welcome, everybody!"),
    (1, MATRIX_GROUP, "Thanks for the invitation"),
    (2, MATRIX_GROUP, "Who has the agenda?"),
    (None, MATRIX_GROUP, 'It is <a href="https://example.com/agenda">here</a>'),
    (1, MATRIX_GROUP, "Got it, see you on Friday"),
    (None, MATRIX_SELF, "Renew the library card"),
    (None, MATRIX_SELF, "https://example.com/recipes/lentil-soup"),
)
"""Who of `_PEOPLE`, or None for the user, writes what where, every three hours up to four days before the end."""


def _add_matrix(script: Script) -> None:
    """The account at Beeper itself, with a direct chat, a group and a note to self, and account data."""
    world = script.world
    script.go_to(hours=-24 * 4 - 3 * len(_SAID))
    people = [find_person(world, world.people[number].username) for number in _PEOPLE]
    names = [who.handle for who in people]
    add_account(world, MATRIX_ACCOUNT, contacts=[person.username for person in world.people[200:230]])
    add_chat(world, None, people[:1], MATRIX_ACCOUNT, ChatOptions(), MATRIX_DIRECT)
    add_chat(world, "Community", people, MATRIX_ACCOUNT, ChatOptions(description="For all of us"), MATRIX_GROUP)
    note_to_self(world, MATRIX_ACCOUNT, MATRIX_SELF)
    for author, chat_id, text in _SAID:
        script.forward(hours=3)
        script.send(None if author is None else names[author], chat_id, text)
    direct: Json = {people[0].as_user(world, MATRIX_ACCOUNT)["id"]: [MATRIX_DIRECT]}
    put_data(world, "m.direct", direct)
    put_data(world, "m.tag", {"tags": {"m.favourite": {"order": 0.5}}}, MATRIX_GROUP)
