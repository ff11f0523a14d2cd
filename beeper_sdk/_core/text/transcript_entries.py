"""The messages of a transcript: their names, texts, and what is noted about each. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..generated import base, models
from ..paging.time_order import sent_at
from ..util.validation import string, usable_id
from .controls import one_line
from .surroundings import first_words, is_edited, reactions, reply_to
from .transcript_names import SOMEBODY
from .transcript_styles import Entry
from .transcript_times import in_zone
from .whole import as_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .transcript import TranscriptOptions
    from .transcript_names import SpeakerNames

MAX_TARGETS = 20
"""Number of messages that are requested because others reply to them: each takes a request."""

Key = tuple[str, str]
"""The IDs of a chat and of a message: IDs of messages can be the same in several chats."""


def is_shown(message: models.Message) -> bool:
    """Whether a row of a chat is an entry of a transcript. Reactions are noted at their targets."""
    return message.is_hidden is not True and message.kind != "reaction"


def key_of(message: models.Message) -> Key:
    """What identifies a message."""
    return string(message.chat_id) or "", string(message.id) or ""


def sender_key(message: models.Message) -> Key:
    """The account and the ID of the sender of a message."""
    return string(message.account_id) or "", string(message.sender_id) or ""


def target_key(message: models.Message) -> Key | None:
    """The message that this one replies to."""
    target = reply_to(message)
    return None if target is None else (string(message.chat_id) or "", target)


def missing_targets(messages: Sequence[models.Message]) -> list[Key]:
    """The messages that others reply to and that are not among them, the most recent replies first."""
    there = {key_of(message) for message in messages}
    wanted = [key for message in reversed(messages) if (key := target_key(message)) is not None]
    usable = [key for key in dict.fromkeys(wanted) if all(map(usable_id, key))]
    return [key for key in usable if key not in there][:MAX_TARGETS]


def reacting_people(message: models.Message) -> Iterator[str]:
    """The IDs of those who reacted to a message."""
    found: object = message.reactions
    for reaction in found if base.is_list(found) else ():
        if isinstance(reaction, models.Reaction) and (user_id := string(reaction.participant_id)):
            yield user_id


class EntryWriter:
    """Writes the entries of messages.

    Args:
        options: The options of the transcript.
        names: The names of all people in it.
        targets: Messages that others reply to; None for those that are not available.
        with_chat: Whether IDs of messages are shown together with those of their chats: in a merged chat.
    """

    def __init__(
        self,
        options: TranscriptOptions,
        names: SpeakerNames,
        targets: Mapping[Key, models.Message | None],
        *,
        with_chat: bool,
    ) -> None:
        self._options, self._names, self._targets = options, names, targets
        self._with_chat = with_chat
        self._quotes: dict[Key, str] = {}

    def entry(self, message: models.Message) -> Entry:
        """The entry of a message."""
        name = self._name(message)
        is_notice = message.kind == "notice"
        shown = message.evolve(sender_name=name) if is_notice else message
        return Entry(
            at=in_zone(sent_at(message), self._options.zone),
            name="" if is_notice else name,
            text=self._options.style.rendered(shown),
            id=self._id(key_of(message)),
            is_edited=is_edited(message),
            notes=tuple(self._notes(message)),
            message=shown,
        )

    def _name(self, message: models.Message) -> str:
        return self._names.get(*sender_key(message)) or SOMEBODY

    def _id(self, key: Key) -> str:
        if not self._options.ids:
            return ""
        return one_line(" ".join(key) if self._with_chat else key[1])

    def _notes(self, message: models.Message) -> Iterator[str]:
        account_id, _ = sender_key(message)
        target = target_key(message)
        if target is not None:
            yield self._reply(target)
        found = reactions(message, lambda user_id: self._names.get(account_id, user_id) or SOMEBODY)
        if found:
            yield f"reactions: {'; '.join(found)}"

    def _reply(self, key: Key) -> str:
        shown_id = f"[{self._id(key)}] " if self._options.ids else ""
        if key not in self._targets:
            return f"in reply to {shown_id}an earlier message"
        target = self._targets[key]
        if target is None:
            return f"in reply to {shown_id}a message that is not available"
        if key not in self._quotes:  # many may reply to a long text
            self._quotes[key] = f'{self._name(target)}: "{first_words(as_plain(target))}"'
        return f"in reply to {shown_id}{self._quotes[key]}"
