"""Made-up people: plainly invented names, numbers from the range kept for fiction, mail at example.com."""

from __future__ import annotations

from dataclasses import dataclass

from ...wire.json_values import Json
from .draw import Draw

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
