"""The methods of `WorldView` that add to the state of a fake server: accounts, people, chats, labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import cycle, islice
from typing import Any

from ..._core.util.validation import check_count, check_flags, check_kind, check_text
from ..rules import messages
from ..rules.build import chats, people
from ..rules.build.chats import ChatOptions
from ..rules.build.names import Who, account_named, find_person, home_named
from ..world.room import Room
from ..world.world import World as FullWorld
from .loop import Loop
from .people import Me, Person, identity


class Builder:
    """Adds to the state of a running fake server. Every call happens between two requests.

    `account` is an account ID, or the name of a network that one account is on. `chat` is an ID, a local ID, or a
    title that no other chat has. All methods raise ValueError, with what there is, for a name that nothing has, and
    TypeError for an argument of a wrong type. Nothing has changed then.
    """

    def __init__(self, loop: Loop) -> None:
        self._on_loop = loop

    @property
    def me(self) -> Me:
        """The user, who acts on another device."""
        return Me(self._on_loop)

    def person(self, name: str) -> Person:
        """Find a person by full name, by a first name that one person has, user ID, phone number, email or username.

        Args:
            name: The name, user ID, phone number, email or username.

        Raises:
            ValueError: Nobody is called that; the message lists the nearest names, at most ten. Or several people are;
                the message lists them with their usernames.
        """
        check_text("name", name)
        return Person(self._on_loop, self._on_loop(lambda world: _Kept(find_person(world, name))).who)

    def add_account(
        self,
        network: str,
        *,
        user: str | Mapping[str, Any] | None = None,
        contacts: bool | Sequence[str] = True,
        status: str = "connected",
    ) -> str:
        """Sign in to a network and return the account ID. The account has no chats yet.

        It can be the second account of a network, also of one whose bridge lets a program sign in once only.

        Args:
            network: ``whatsapp``, ``signal``, ``telegram``, ``instagram``, ``facebook``, ``imessage``, ``gmessages``,
                ``discord``, ``slack``, ``linkedin``, ``googlechat``, ``twitter`` or ``matrix``; names and other types
                of bridges, such as ``WhatsApp``, ``Messenger`` or ``hungryserv``, are understood as well.
            user: The user's name on this network, or fields of the account's ``user``: ``id``, ``fullName``,
                ``username``, ``phoneNumber``, ``email``, ``imgURL``.
            contacts: Whether the people of the world are contacts, at most 60; or the names of those who are. Unknown
                people are created. With False, it has none, and people who are added later do not become any.
            status: A status of the API, such as ``backfilling``; ``error`` means ``attention_required``. If an
                account is neither connected nor connecting nor backfilling, messages that are sent with it fail with
                FAIL_RETRIABLE.
        """
        check_text("network", network)
        check_text("status", status)
        if user is not None:
            check_kind("user", user, str | Mapping, "a str or a mapping")
        named = contacts if isinstance(contacts, bool) else _names("contacts", contacts)
        fields = dict(user) if isinstance(user, Mapping) else user
        return self._on_loop(lambda w: people.add_account(w, network, user=fields, contacts=named, status=status))

    def disconnect(self, account: str) -> None:
        """Let an account lose its connection. What is sent with it fails with FAIL_RETRIABLE.

        Args:
            account: An account ID, or the name of a network that one account is on.
        """
        self._on_loop(lambda world: people.set_status(world, account_named(world, account), "disconnected"))

    def reconnect(self, account: str) -> None:
        """Connect an account again, whatever its status.

        Args:
            account: An account ID, or the name of a network that one account is on.
        """
        self._on_loop(lambda world: people.set_status(world, account_named(world, account), "connected"))

    def add_chat(
        self,
        title: str | None = None,
        people: Iterable[str | Person] = (),
        *,
        network: str | None = None,
        account: str | None = None,
        description: str | None = None,
        labels: Sequence[str] = (),
        unread: int = 0,
        muted: bool = False,
        archived: bool = False,
        pinned: bool = False,
        read_only: bool = False,
        low_priority: bool = False,
        marked_unread: bool = False,
    ) -> str:
        """Open a chat and return its ID. One person and no title make a direct chat, everything else a group.

        Args:
            title: The title; that of a group without one consists of the names of its members.
            people: Names, user IDs, phone numbers, or `Person`. A name that nobody has is a new person, who is known
                on all networks; so is a first name that several people have.
            network: The network, if one account is on it.
            account: The account. The first one if neither is given.
            description: The description of a group.
            labels: Names or IDs of labels that exist.
            unread: How many unread messages its members have written.
            muted: Notifications are muted.
            archived: It is in the archive.
            pinned: It is pinned.
            read_only: Messages cannot be sent.
            low_priority: It is in the low-priority inbox.
            marked_unread: The user marked it unread.

        Raises:
            ValueError: Also if the account has a direct chat with the person already; the message has its ID.
        """
        if title is not None:
            check_text("title", title)
            if not title.strip():
                raise ValueError("title must not be blank; omit it for a direct chat")
        if description is not None:
            check_text("description", description)
        check_count("unread", unread, 0)
        flags = {"muted": muted, "archived": archived, "pinned": pinned, "read_only": read_only}
        flags |= {"low_priority": low_priority, "marked_unread": marked_unread}
        check_flags(**flags)
        named = tuple(_names("labels", labels))
        options = ChatOptions(**flags, description=description, labels=named)
        members = _people(people)

        def act(world: FullWorld) -> str:
            account_id = chats.account_for(world, network, account)
            if unread and not members:
                raise ValueError("unread needs people who write")
            room = chats.add_chat(world, title, members, account_id, options)
            _write_unread(world, room, unread)
            return room.id

        return self._on_loop(act)

    def merge(self, chats: Iterable[str], *, default: str | None = None) -> str:
        """Show several chats as one, and return the ID of the merged chat.

        Args:
            chats: At least two chats that are not part of a merged one.
            default: The one that sends go to; the one with the latest activity if omitted.
        """
        names = _names("chats", chats)
        return self._on_loop(lambda world: _merge(world, names, default))

    def note_to_self(self, account: str | None = None) -> str:
        """Open the chat of an account with itself, and return its ID; the same one again if there is one.

        As in real ones, its only participant has no ``fullName``, and messages from other devices (`Me.send`) have no
        ``isSender``. Those that are sent through the API have it.

        Args:
            account: An account ID, or the name of a network that one account is on. The first account if omitted.
        """
        return self._on_loop(lambda world: chats.note_to_self(world, chats.account_for(world, None, account)).id)

    def add_label(self, name: str) -> str:
        """Make a label for `add_chat`, and return its ID; that of the existing one with the name if there is one.

        Args:
            name: The name of the label.
        """
        check_text("name", name)
        return self._on_loop(lambda world: chats.add_label(world, name))

    def backfill(self, chat: str, count: int) -> list[str]:
        """Add messages before the oldest one of a chat, as an app does that loads the history of a new account.

        They are read, a minute apart, of its members in turn, and do not change the last activity of a chat with
        messages. Their IDs, which are returned oldest first, are newer than those of all other messages.

        Args:
            chat: An ID, a local ID, or a title that no other chat has.
            count: How many, 1 or more.
        """
        check_count("count", count)
        return self._on_loop(lambda world: chats.backfill(world, home_named(world, chat), count))


class _Kept:
    """Keeps a value from being copied."""

    def __init__(self, who: Who) -> None:
        self.who = who

    def __deepcopy__(self, _: object) -> _Kept:
        return self


def _names(source: str, names: Iterable[object]) -> list[str]:
    check_kind(source, names, Iterable, "a list of str")
    if isinstance(names, str | bytes):
        raise TypeError(f"{source} must be a list of str, not a single {type(names).__name__}")
    return [check_text(f"an item of {source}", name) for name in names]


def _people(people: Iterable[str | Person]) -> list[Who | str]:
    check_kind("people", people, Iterable, "a list of names")
    if isinstance(people, str):
        raise TypeError("people must be a list of names, not a single str")
    return [identity(one) for one in people]


def _merge(world: FullWorld, names: list[str], default: str | None) -> str:
    return chats.merge(world, names, default).id


def _write_unread(world: FullWorld, room: Room, count: int) -> None:
    others = [str(member["id"]) for member in room.roster if not member.get("isSelf")]
    for number, user_id in enumerate(islice(cycle(others), count)):
        messages.receive(world, room, f"Unread message {number}", user_id)
