"""Comparison of names, and display names of people and chats. No I/O.

An ID or a phone number is not used as a name if there is another: servers send the sender ID as ``senderName`` in
WhatsApp groups, and a number as the title of a chat with a person who has a name.

Two names are equal if they consist of the same folded words; one with the same emoji and punctuation ranks first.
Folding ignores Unicode forms (NFKC), case, accents, strokes and ligatures (ø, ł, æ). Handles, e-mail addresses and
phone numbers are compared exactly, except for case, Unicode form and the formatting of the number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from ..util.override import override
from ..util.unicode import normalize
from ..util.validation import string
from .rosters import roster_of, size

if TYPE_CHECKING:
    from ...errors._api import APIError
    from ..generated import models

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that Unicode does not decompose, with the letters that people type instead."""
_TYPED_PHONE = re.compile(r"(\+|00)\d[\d\s().\-/\u2010-\u2015\u2212]*")
_NUMBER = r"[+(]?\d[\d\s().\-/\u2010-\u2015\u2212]{5,}"
_NO_NAME = re.compile(
    rf"{_NUMBER}|[@!]\S+:\S+|\S+@lid|(\S*_)?lid[-:]\d+\S*|[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}",
    re.IGNORECASE,
)
"""Phone numbers, and IDs of Matrix, WhatsApp and Signal."""
_TRUNK = re.compile(r"\(\s*0\s*\)")
_MAX_COMPARED = 500
"""Length of the part of a name that is compared: folding a text of a million characters takes seconds."""
_SHOWN = 3
"""Number of names in the display title of a chat without a title."""


def fold(text: str) -> str:
    """A name, folded for comparison."""
    apart = normalize("NFKD", normalize("NFKC", text).casefold())
    letters = "".join(character for character in apart if not _is_ornament(character))
    return normalize("NFKC", letters).casefold().translate(_LETTERS)


def _is_ornament(character: str) -> bool:
    """Whether a character is ignored: accents, points of Hebrew and Arabic, and invisible format characters.

    Not every combining character is: Thai vowels and the voicing marks of kana (classes 7 to 9 and 84 to 199)
    distinguish words.
    """
    combining = unicodedata.combining(character)
    if combining:
        return combining == 1 or 10 <= combining <= 36 or combining >= 200
    return unicodedata.category(character) == "Cf"


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name. A name without letters and digits (such as an emoji) is kept as it is."""
    folded = fold(text)
    spaced = "".join(
        character if _is_letter(character) else " " for character in folded.replace("'", "").replace("\u2019", "")
    )
    return tuple(spaced.split()) or tuple(folded.split())


def spelling(text: str) -> str:
    """A folded name with its emoji and punctuation: "Team 🚀" is not "Team 🎉"."""
    return " ".join(fold(text).replace("\ufe0f", "").split())


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" and character not in "\ufe0e\ufe0f\u20e3"


def handle(text: str) -> str:
    """A handle or e-mail address, normalized for comparison: without a leading @, in lower case."""
    return normalize("NFKC", text).casefold().strip().removeprefix("@")


def phone(text: str) -> str | None:
    """The E.164 form of a phone number as people type it: ``+49 (0)30 1234-5`` or ``0049 30 12345``.

    None for a number without a country code (which is not guessed), and for any other text.
    """
    typed = "".join(
        character for character in normalize("NFKC", text) if unicodedata.category(character) != "Cf"
    ).strip()
    if not _TYPED_PHONE.fullmatch(_TRUNK.sub("", typed)):
        return None
    digits = re.sub(r"\D", "", _TRUNK.sub("", typed))
    digits = digits if typed.startswith("+") else digits[2:]
    return f"+{digits}" if 7 <= len(digits) <= 15 and digits.isascii() and digits[0] != "0" else None


def real_name(name: str | None, own_id: str) -> str | None:
    """A name without surrounding space; None if it is missing, blank, an ID (such as `own_id`) or a phone number."""
    text = _stripped(name)
    # No ID is that long, and for a long text the pattern takes quadratic time.
    return None if not text or text == own_id or (len(text) < 500 and _NO_NAME.fullmatch(text)) else text


def own_name(user: models.User) -> str | None:
    """The name or handle of a person; None if the object has neither."""
    return real_name(user.full_name, user.id) or real_name(user.username, user.id)


def known_name(user: models.User) -> str | None:
    """The name, handle, phone number or e-mail address of a person; None if the object has none of them."""
    numbers = (user.phone_number, user.email, *filter(is_number, (user.full_name, user.username)))
    shown = (text for text in map(_stripped, numbers) if text and text != user.id)
    return own_name(user) or next(shown, None)


def is_number(text: str | None) -> bool:
    """Whether a name or title is a phone number."""
    return re.fullmatch(_NUMBER, _stripped(text)) is not None


def _stripped(text: str | None) -> str:
    return (string(text) or "").strip()


class Person:
    """A person on one account, as returned by ``beeper.people.find``.

    Attributes:
        user: The user data.
        account_id: ID of the account.
        network: Name of the network of the account, if known.
        chat_id: ID of a direct chat with the person, if one was found.
        failed_accounts: Accounts whose contacts could not be read, with the error of each, by account ID. Somebody
            there may match equally well.
    """

    __slots__ = ("account_id", "chat_id", "failed_accounts", "network", "user")

    def __init__(self, user: models.User, account_id: str, network: str | None, chat_id: str | None = None) -> None:
        self.user: models.User = user
        self.account_id: str = account_id
        self.network: str | None = network
        self.chat_id: str | None = chat_id
        self.failed_accounts: Mapping[str, APIError] = {}

    @property
    def id(self) -> str:
        """The user ID on this account."""
        return self.user.id

    @property
    def name(self) -> str:
        """The display name: name, handle, phone number, e-mail address, or the ID."""
        return known_name(self.user) or string(self.user.id) or ""

    def _parts(self) -> tuple[models.User, str, str | None, str | None]:
        return self.user, self.account_id, self.network, self.chat_id

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Person) and self._parts() == other._parts()

    __hash__: ClassVar[None]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]  # as models

    @override
    def __repr__(self) -> str:
        from ..shown import person_text

        return person_text(self)

    def _repr_html_(self) -> str:
        from ..shown import person_table

        return person_table(self)


def needs_self(chat: models.Chat) -> bool:
    """Whether the display title depends on who the current user is, and the chat does not mark the user."""
    people = roster_of(chat).items
    if any(person.is_self is True for person in people):
        return False
    own = given_title(chat)
    return (
        own is None
        or is_no_title(chat)
        or (chat.type == "single" and any(_is_called(person, own) for person in people))
    )


def title(chat: models.Chat, me: models.User | None = None) -> str:
    """The display title of a chat, as `chats.title` describes it. `me`: the user, if the chat does not mark them."""
    # A title that is the user's own name does not say which chat it is.
    given = given_title(chat)
    roster = roster_of(chat)
    people = roster.items
    mine: list[models.Participant] = []
    others: list[models.Participant] = []
    for person in people:
        is_me = person.is_self is True or (me is not None and person.id == me.id)
        (mine if is_me else others).append(person)
    selves = [*mine, *([me] if me is not None else [])]
    if given is not None and not is_no_title(chat) and not any(_is_called(person, given) for person in selves):
        return given
    total = size(roster) - len(mine)
    if chat.merge is not None:  # the same people on several networks
        others, total = list({known_name(person): person for person in others}.values()), 0
    own = next(filter(None, map(known_name, selves)), None)
    return _names(others, total) or given or own or (string(chat.network) or "").strip() or string(chat.id) or ""


def given_title(chat: models.Chat) -> str | None:
    """The title that the server sent; None if it is missing or blank."""
    return _stripped(chat.title) or None


def is_no_title(chat: models.Chat) -> bool:
    """Whether the server sent an ID as the title or, for a direct chat, a phone number."""
    return real_name(chat.title, chat.id) is None and (chat.type == "single" or not is_number(chat.title))


def _is_called(person: models.User, name: str) -> bool:
    if name in (person.id, person.username, person.phone_number, person.email):
        return True
    full_name = string(person.full_name)
    return full_name is not None and words(full_name[:_MAX_COMPARED]) == words(name[:_MAX_COMPARED])


def _names(people: Sequence[models.Participant], total: int) -> str:
    """The first few names and the number of the others. Bots of the network are included only if nobody else is."""
    persons = [person for person in people if not person.is_network_bot] or people
    shown_names = [name for name in map(known_name, persons) if name is not None][:_SHOWN]
    bots = len(people) - len(persons)
    rest = max(total, len(people)) - bots - len(shown_names)
    return ", ".join(shown_names) + (f" +{rest}" if rest > 0 else "") if shown_names else ""
