"""Made-up people and what they write: plainly invented names, numbers from the range kept for
fiction, mail at example.com.

Choices are reproducible: the same seed and topic give the same draws on every Python and under every hash seed. Only
``Random.random`` is promised to stay the same between Python versions, so everything is built on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from ...wire.json_values import Json

T = TypeVar("T")


class Draw:
    """A stream of choices of its own for one topic, so that adding to one topic leaves the others as they were."""

    def __init__(self, seed: int, topic: str) -> None:
        self._random = Random(f"{seed}/{topic}").random  # noqa: S311 - reproducible on purpose

    def part(self) -> float:
        """A number from 0 up to 1."""
        return self._random()

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[int(self._random() * len(items))]

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self._random() < share

    def word(self, length: int, letters: str = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789") -> str:
        """Letters and digits that look like a server's random id."""
        return "".join(self.one(letters) for _ in range(length))


FIRST = (
    "Alice", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Heidi", "Ivan", "Judy", "Kim", "Liam", "Mallory",
    "Niaj", "Olivia", "Peggy", "Quentin", "Rupert", "Sybil", "Trent", "Uma", "Victor", "Walter", "Xenia", "Yusuf",
    "Zoë", "Åsa", "Çağla", "Łukasz", "Søren",
)  # fmt: skip
_START = ("Ash", "Birch", "Brook", "Cedar", "Dale", "Elm", "Fern", "Glen", "Hazel", "Iris", "Lark", "Maple", "Oak")
_END = ("berg", "bury", "croft", "dale", "field", "ford", "garden", "hurst", "leigh", "mere", "stone", "wood", "worth")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, the same on every network."""

    number: int
    first: str
    full_name: str
    username: str
    phone: str
    email: str


def person(draw: Draw, number: int) -> Person:
    """The person with a number; the number makes phone, mail and handle unique."""
    first = FIRST[number % len(FIRST)]
    last = draw.one(_START) + draw.one(_END)
    mark = " 🦊" if number % 17 == 5 else ""
    plain = first.encode("ascii", "ignore").decode().lower() or "guest"
    handle = f"{plain}.{last.lower()}{number}"
    return Person(
        number, first, f"{first} {last}{mark}", f"@{handle}", f"+1555010{number:04d}", f"{handle}@example.com"
    )


def population(seed: int, size: int) -> list[Person]:
    """Everybody in the world; number 0 is the owner of this Beeper."""
    draw = Draw(seed, "people")
    return [person(draw, number) for number in range(size)]


def user(who: Person, user_id: str, shows: str, *, is_self: bool = False) -> Json:
    """A User as a network shows it; ``shows`` names what it knows: phone, email, username, img."""
    wire: Json = {"id": user_id}
    if "username" in shows:
        wire["username"] = who.username
    if "phone" in shows:
        wire["phoneNumber"] = who.phone
    if "email" in shows:
        wire["email"] = who.email
    wire["fullName"] = who.full_name
    if "img" in shows and who.number % 3 == 0:
        wire["imgURL"] = f"mxc://beeper.local/avatar-{who.number}"
    if who.number % 41 == 40:
        wire["cannotMessage"] = True
    if is_self:
        wire["isSelf"] = True
    return wire


_OPENERS = (
    "Did you see",
    "I forgot",
    "Who has",
    "Let us talk about",
    "Thanks for",
    "Please bring",
    "Look at",
    "Where is",
)
_THINGS = (
    "the keys",
    "dinner",
    "the blue tent",
    "tomorrow's train",
    "your recipe",
    "the tickets",
    "that film",
    "lunch",
)
_ENDS = ("?", "!", ".", " 😀", " …", " before eight.", " at the lake.", " again 🙈")
_ODD = (
    "Fish &amp; chips at 7?",
    "1 < 2 & 3 > 2",
    "<b>Careful</b>, the path is closed",
    'Read <a href="https://example.com/plan?id=7&amp;x=1">the plan</a><br>and answer',
    "<p>First line</p><p>Second line</p>",
    "<pre><code>print(&quot;hi&quot;)</code></pre>",
    "👍",
    "line one\nline two",
    "שלום, see you soon",
    "…",
)
REPLY_FALLBACK = (
    '<mx-reply><blockquote>In reply to <a href="https://example.com">{name}</a></blockquote></mx-reply>{text}'
)


def sentence(draw: Draw) -> str:
    """Something harmless to say."""
    return f"{draw.one(_OPENERS)} {draw.one(_THINGS)}{draw.one(_ENDS)}"


def message_text(draw: Draw) -> str:
    """A text as users write: mostly plain, sometimes unusual."""
    return draw.one(_ODD) if draw.chance(0.12) else sentence(draw)


def link(draw: Draw) -> tuple[str, Json]:
    """A text with an address in it, and the preview that goes with it."""
    number = draw.number(1, 99)
    url = f"https://example.com/articles/{number}?from=chat&lang=en"
    preview: Json = {
        "url": url,
        "title": f"Article {number}",
        "originalURL": f"https://example.com/a/{number}",
        "img": f"https://example.com/img/{number}.png",
        "imgSize": {"width": 64, "height": 48},
        "summary": sentence(draw),
    }
    return f"{sentence(draw)} {url}", preview
