"""`Person` and `Me`: what people do in the chats of a fake server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeAlias, TypeVar

from ..._core.util.override import override
from ..._core.util.validation import check_kind, check_text
from ..rules.build import acts, groups
from ..rules.build.acts import Contents
from ..rules.build.names import Who
from ..wire.json_values import Json, to_ms
from ..world.seed.media import File
from ..world.world import World as FullWorld
from .attaching import Attachable, with_file
from .loop import Loop

T = TypeVar("T")
Message: TypeAlias = Mapping[str, Any] | str
"""A message as JSON, or its ID."""
Moment: TypeAlias = datetime | timedelta


class Actor:
    """Somebody who can act in chats; see `Person` and `Me`.

    `chat` is an ID, a local ID, or a title that no other chat has. `message` is a message as JSON, as `send` and
    `WorldView.messages` return it, or an ID; with an ID, `chat` saves a search through all chats.

    All methods raise ValueError, with what there is, for a name that nothing has and for what is not possible in the
    chat, and TypeError for an argument of a wrong type. Nothing has changed then.
    """

    def __init__(self, loop: Loop, who: Who | None) -> None:
        self._loop, self._who = loop, who

    def send(
        self,
        chat: str,
        text: str | None = None,
        *,
        file: Attachable | None = None,
        reply_to: Message | None = None,
        mentions: Sequence[str] = (),
        at: Moment | None = None,
    ) -> Json:
        """Write a message and return it as JSON.

        In a merged chat it goes to the member chat with this person.

        Args:
            chat: The chat.
            text: Plain text or Matrix HTML; it is stored as it is.
            file: A file to attach: a path, a file name with bytes, or ``image``, ``gif``, ``sticker``, ``voice``,
                ``audio`` or ``file`` for a small one that is ready-made. The file of a path is copied: what happens to
                it later has no effect on the message. A file of more than 1 MiB is copied to a temporary folder of the
                server and never read as a whole.
            reply_to: The message that this one replies to.
            mentions: User IDs or names of members, or ``@room``.
            at: When it was written: a datetime with a time zone, or how long ago. Now if omitted. The message is put
                where it belongs in time; its sort key lies between those of its neighbours, and its ID is the newest.
                At most 1,000 messages of all chats can be of the same millisecond.

        Raises:
            OSError: The file cannot be read.
        """
        if text is None and file is None:
            raise ValueError("a message needs a text or a file")
        if text is not None:
            _some("text", text)
        check_kind("mentions", mentions, list | tuple, "a list of str")
        reply = None if reply_to is None else _ids(reply_to, chat)[1]
        check_text("chat", chat)

        def act(world: FullWorld, attached: tuple[str, File] | None = None) -> Json:
            contents = Contents(text=text, file=attached, reply_to=reply, mentions=tuple(mentions))
            return acts.send(world, self._who, chat, _dated(world, contents, at))

        return self._loop(act) if file is None else with_file(self._loop, file, act)

    def react(self, message: Message, reaction: str, *, chat: str | None = None) -> Json:
        """React to a message, and return the message. On most networks it replaces an earlier reaction.

        Args:
            message: A message as JSON, or its ID.
            reaction: An emoji, or the text of a custom reaction.
            chat: The chat of the message; saves a search if ``message`` is an ID.
        """
        _some("reaction", reaction)
        act = partial(acts.react, key=reaction, back=False)
        return self._on_message(act, message, chat)

    def unreact(self, message: Message, reaction: str, *, chat: str | None = None) -> Json:
        """Take back a reaction, and return the message.

        Args:
            message: A message as JSON, or its ID.
            reaction: The reaction that was given.
            chat: The chat of the message; saves a search if ``message`` is an ID.
        """
        check_text("reaction", reaction)
        act = partial(acts.react, key=reaction, back=True)
        return self._on_message(act, message, chat)

    def edit(self, message: Message, text: str, *, chat: str | None = None) -> Json:
        """Change the text of a message of one's own, and return the message.

        Args:
            message: A message as JSON, or its ID.
            text: The new text, not empty.
            chat: The chat of the message; saves a search if ``message`` is an ID.
        """
        _some("text", text)
        return self._on_message(partial(acts.edit, text=text), message, chat)

    def delete(self, message: Message, *, chat: str | None = None) -> None:
        """Delete a message; a deleted row remains. Admins can delete the messages of others.

        Args:
            message: A message as JSON, or its ID.
            chat: The chat of the message; saves a search if ``message`` is an ID.
        """
        self._on_message(acts.delete, message, chat)

    def _on_message(self, act: Callable[..., T], message: Message, chat: str | None) -> T:
        home, message_id = _ids(message, chat)
        return self._loop(lambda world: act(world, self._who, home, message_id))

    def rename(self, chat: str, title: str) -> None:
        """Change the name of a group. Like `join` and `leave`, it leaves a hidden row of type NOTICE.

        Args:
            chat: An ID, a local ID, or a title that no other chat has.
            title: The new name.
        """
        check_text("title", title)
        self._loop(lambda world: groups.rename(world, self._who, check_text("chat", chat), title))

    def join(self, chat: str) -> None:
        """Join a group. Nothing happens for a member.

        Args:
            chat: An ID, a local ID, or a title that no other chat has.
        """
        self._loop(lambda world: groups.join(world, self._who, check_text("chat", chat)))

    def leave(self, chat: str) -> None:
        """Leave a group. Messages remain.

        Args:
            chat: An ID, a local ID, or a title that no other chat has.
        """
        self._loop(lambda world: groups.leave(world, self._who, check_text("chat", chat)))

    def _read(self, chat: str, message: Message | None) -> None:
        check_text("chat", chat)
        bound = None if message is None else _ids(message, chat)[1]
        self._loop(lambda world: acts.read(world, self._who, chat, bound))


class Person(Actor):
    """Somebody whom the user of the fake server talks with; `WorldView.person` finds them.

    A person is the same on all networks, with a user ID for each account.
    """

    def __init__(self, loop: Loop, who: Who) -> None:
        super().__init__(loop, who)
        self._person = who

    @property
    def name(self) -> str:
        """The full name."""
        return self._person.name

    @override
    def __repr__(self) -> str:
        return f"<Person {self.name}>"

    def user_id(self, account: str) -> str:
        """The user ID on an account, which is given by its ID or by the name of its network.

        Args:
            account: An account ID, or the name of a network that one account is on.
        """
        return str(self.user(account)["id"])

    def user(self, account: str) -> Json:
        """The person as JSON, as an account sees them.

        Args:
            account: An account ID, or the name of a network that one account is on.
        """
        from ..rules.build.names import account_named

        return self._loop(lambda world: self._person.as_user(world, account_named(world, account)))

    def read(self, chat: str, message: Message | None = None) -> None:
        """Read the messages of the user in a chat, all or up to one: they are `seen`.

        In a direct chat, `seen` becomes the time, in a group an object with the time of each reader. Messages that are
        seen already keep their time. An error on networks without read receipts, which are Discord and Slack.

        Args:
            chat: An ID, a local ID, or a title that no other chat has.
            message: The last message that is read; None for all.
        """
        self._read(chat, message)


def identity(one: Person | str) -> Who | str:
    """Who a person is, or the name of somebody who may not be there yet."""
    check_kind("an item of people", one, Person | str, "a str or a Person")
    return one if isinstance(one, str) else one._person  # noqa: SLF001 - no user of the package needs it


class Me(Actor):
    """The user of the fake server, who acts on another device.

    A message from there has ``isSender`` true, except in the chat with oneself, where apps do not set it. Sending marks
    the chat as read, as phones do. The other methods act like those of `Person`; `delete` may also delete messages of
    others, for the user alone. After `leave`, a group can only be read, until `join`.
    """

    def __init__(self, loop: Loop) -> None:
        super().__init__(loop, None)

    @override
    def __repr__(self) -> str:
        return "<Me>"

    def read(self, chat: str, message: Message | None = None) -> None:
        """Mark a chat read, whole or up to a message.

        Args:
            chat: An ID, a local ID, or a title that no other chat has.
            message: The last message that is read; None for all.
        """
        self._read(chat, message)


def _some(name: str, text: str) -> None:
    if not check_text(name, text):
        raise ValueError(f"{name} must not be empty")


def _ids(message: Message, chat: str | None) -> tuple[str | None, str]:
    """The chat, if it is known, and the ID of a message."""
    check_kind("message", message, str | Mapping, "a message as JSON or a message ID")
    if isinstance(message, str):
        return chat, message
    if not isinstance(message.get("id"), str):
        raise ValueError("message must have an id")  # noqa: TRY004 - a mapping is the right type
    home = message.get("chatID")
    return (home if isinstance(home, str) else chat), message["id"]


def _dated(world: FullWorld, contents: Contents, at: Moment | None) -> Contents:
    """The contents with their moment; only the server's clock knows how long ago that is."""
    if at is None:
        return contents
    check_kind("at", at, datetime | timedelta, "a datetime or a timedelta")
    now = world.clock.milliseconds()
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise ValueError("at must have a time zone, such as datetime.UTC")
        moment = to_ms(at)
    else:
        moment = now - at // timedelta(milliseconds=1)
    if moment > now:
        raise ValueError("at must not be in the future of the fake server; a timedelta says how long ago it was")
    return Contents(
        text=contents.text,
        file=contents.file,
        reply_to=contents.reply_to,
        mentions=contents.mentions,
        moment_ms=moment,
    )
