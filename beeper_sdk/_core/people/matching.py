"""Matches a query with people and chats, and selects the best match.

No I/O: the requests are in ``_async/people/name_lookup.py``. The order of the results does not matter. An exact ID
ranks first, then an exact handle, phone number or e-mail address, then the same name with the same emoji and
punctuation, then without them, then a name that contains all words of the query, then one in which each word of the
query begins another word. A query with one of ``@:#!+`` is a handle, ID, number or address: it is not compared with the
words of names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from unicodedata import combining

from ...errors import AmbiguousMatch, IncompleteSearch, NoMatch
from ..generated import base
from ..util.validation import check_text, string
from . import names
from .names import Person
from .rosters import is_cut, roster_of

if TYPE_CHECKING:
    from ...errors import APIError
    from ..generated import models

F = TypeVar("F", bound="Person | models.Chat")
IsOwn: TypeAlias = Callable[[str, str], bool]
"""Whether an account ID and user ID are the current user."""

ID, ADDRESS, SAME, NAME, WORDS, PREFIXES = range(6)
"""The ranks of a match, best first."""


class Query:
    """The text that a user searches for."""

    __slots__ = ("address", "handle", "marks", "phone", "spelling", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = check_text("name", text).strip()
        if not any(letter.isprintable() and not combining(letter) and letter != " " for letter in self.text):
            raise ValueError("name must not be blank; pass a name, handle, phone number, e-mail address or ID")
        self.phone = names.phone(self.text)
        self.handle = names.handle(self.text)
        self.words = names.words(self.text)
        self.spelling = names.spelling(self.text)
        self.marks = _marks(self.text)
        self.address = self.phone or self._exact()
        """A phone number, e-mail address or @handle, which the server finds exactly. None for a name or an ID."""

    def _exact(self) -> str | None:
        first, _, rest = self.text.partition("@")
        bare = not any(character.isspace() or character in ":#" for character in self.text)
        return self.text if bare and ((rest and not first) or "." in rest) else None

    def rank_person(self, user: models.User) -> int | None:
        if user.id == self.text:
            return ID
        number = string(user.phone_number)
        if self.phone is not None and number is not None and names.phone(number) == self.phone:
            return ADDRESS
        if any(given and names.handle(given) == self.handle for given in map(string, (user.username, user.email))):
            return ADDRESS
        if self.marks and self.phone is None and not any(map(str.isspace, self.text)):
            return None  # everybody may choose a name that is the handle of somebody else
        return self.rank_name(user.full_name)

    def rank_name(self, name: str | None) -> int | None:
        """The rank of a name or title; None if it does not match."""
        text = string(name) or ""
        found = names.words(text)
        if self.phone is not None and names.phone(text) == self.phone:
            return ADDRESS
        if found == self.words and names.spelling(text) == self.spelling:
            return SAME
        if self.marks:  # a title such as "Book Club: #1"
            return NAME if found == self.words and _marks(text) == self.marks else None
        if found and set(self.words) <= set(found):
            return NAME if found == self.words else WORDS
        return PREFIXES if self._begins(found) else None

    def _begins(self, found: Sequence[str]) -> bool:
        """Whether each word of the query begins another word of a name. A word with a digit must be equal: Room 4 is
        not Room 42."""
        rest = list(found)
        for word in sorted(self.words, key=len, reverse=True):  # so that a short one leaves the words of longer ones
            whole = any(map(str.isdigit, word))
            match = next((name for name in rest if name == word or (not whole and name.startswith(word))), None)
            if match is None:
                return False
            rest.remove(match)
        return True

    def rank_chat(self, chat: models.Chat, is_own: IsOwn) -> int | None:
        if self.text in (chat.id, chat.local_chat_id):
            return ID
        people = others(chat, is_own) if chat.type == "single" else []
        titles = [names.title(chat), *([chat.title] if names.is_no_title(chat) else [])]
        ranks = [*map(self.rank_name, titles), *map(self.rank_person, people)]
        found = min((rank for rank in ranks if rank is not None), default=None)
        return ADDRESS if found == ID else found  # a user ID is not a chat ID


def _marks(text: str) -> str:
    """The characters of handles, IDs and numbers in a text."""
    return "".join(character for character in names.fold(text) if character in ":@#!+")


def others(chat: models.Chat, is_own: IsOwn) -> list[models.Participant]:
    """The other people in a direct chat, without bots."""
    people = [person for person in roster_of(chat).items if person.is_self is not True and not person.is_network_bot]
    return [person for person in people if not is_own(chat.account_id, person.id)]


def is_with_oneself(chat: models.Chat, is_own: IsOwn) -> bool:
    """Whether the current user is the only participant of a direct chat, also if with several IDs."""
    roster = roster_of(chat)
    people = [] if chat.type != "single" or is_cut(roster) else roster.items
    return bool(people) and all(person.is_self is True or is_own(chat.account_id, person.id) for person in people)


def _nobody(_account_id: str, _user_id: str) -> bool:
    return False


def unmarked(chat: models.Chat) -> bool:
    return not any(person.is_self is True for person in roster_of(chat).items)


def _same(first: Person, second: Person) -> bool:
    """Whether two results are the same person on the same account. Contacts and chats may have different IDs for one
    person."""
    if first.account_id != second.account_id:
        return False
    ours, theirs = first.user, second.user
    pairs = ((ours.id, theirs.id), (ours.phone_number, theirs.phone_number), (ours.username, theirs.username))
    return any(left is not None and left == right for left, right in pairs)


class People:
    """The people that match a query."""

    def __init__(self, wanted: Query) -> None:
        self.wanted: Query = wanted
        self._fits: list[tuple[int, Person]] = []

    def add(self, person: Person) -> None:
        rank = self.wanted.rank_person(person.user)
        if rank is not None:
            self._fits.append((rank, person))

    def may_be_self(self, chat: models.Chat) -> bool:
        """Whether a participant of a direct chat matches who may be the current user."""
        return unmarked(chat) and any(self.wanted.rank_person(person) is not None for person in others(chat, _nobody))

    def best(self, searched: Sequence[str], failed: Mapping[str, APIError]) -> Person:
        """The best match, a contact before a chat. `failed`: accounts without contacts; a better match may be there."""
        found: list[Person] = []
        for person in sorted(_best(self._fits), key=lambda person: person.chat_id is not None):
            known = next((match for match in found if _same(match, person)), None)
            if known is None:
                found.append(person)
            else:
                known.chat_id = known.chat_id or person.chat_id
        if failed and (not found or (len(found) == 1 and min(self._fits, key=_rank)[0] > NAME)):
            raise IncompleteSearch(failed, found, searched)
        person = _only(found, searched)
        person.failed_accounts = failed
        return person


class Chats:
    """The chats that match a query."""

    def __init__(self, wanted: Query) -> None:
        self.wanted: Query = wanted
        self._fits: list[tuple[int, models.Chat]] = []
        self._merged: dict[str, models.Chat] = {}

    def add(self, chat: models.Chat, is_own: IsOwn) -> None:
        if chat.merge is not None:
            self._merged[base.item_key(chat.id, chat)] = chat
        rank = self.wanted.rank_chat(chat, is_own)
        if rank is not None:
            self._fits.append((rank, chat))

    def may_be_self(self, chat: models.Chat) -> bool:
        """Whether a chat matches, but possibly by the name of the current user only."""
        return chat.type == "single" and unmarked(chat) and self.wanted.rank_chat(chat, _nobody) is not None

    def best(self, searched: Sequence[str]) -> models.Chat:
        best = _best(self._fits)
        if min(map(_rank, self._fits), default=ID) > ID:  # the ID of a member is that of the member
            best = [self._merged.get(string(chat.merged_into_chat_id) or "", chat) for chat in best]
        # Repeated pages may contain a chat twice; by ID it counts once.
        found = {base.item_key(chat.id, chat): chat for chat in best}
        return _only(list(found.values()), searched)


def _rank(fit: tuple[int, object]) -> int:
    return fit[0]


def _best(fits: Sequence[tuple[int, F]]) -> list[F]:
    top = min((rank for rank, _ in fits), default=None)
    return [item for rank, item in fits if rank == top]


def _only(found: Sequence[F], searched: Sequence[str]) -> F:
    if not found:
        raise NoMatch(searched)
    if len(found) > 1:
        raise AmbiguousMatch(found, searched)
    return found[0]
