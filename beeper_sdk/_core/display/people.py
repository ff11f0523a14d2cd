"""What is shown of a person that was found, and of the participants of a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .summaries import name_of
from .tables import table, table_of_items
from .texts import TEXT, clean, count, cut, id_text, joined, lines, quoted

if TYPE_CHECKING:
    from ..people.names import Person
    from ..people.participants import ParticipantFilter, RosterPages

_NETWORK = 20
_LONG_ID = 90


def person_text(person: Person) -> str:
    """The repr of a person: name and network, and the ID."""
    network = cut(clean(person.network) or clean(person.account_id), _NETWORK)
    head = joined(f"Person {quoted(name_of(person.user), TEXT)}", network, mark=" on " if network else "")
    return lines(head, id_text("id", person.user.id, _LONG_ID) or "")


def person_table(person: Person) -> str:
    """The table of a person."""
    shown = (person.network, person.account_id, person.user.id, person.chat_id)
    return table(["Name", "Network", "Account ID", "ID", "Chat ID"], [[name_of(person.user), *map(clean, shown)]], 1)


def roster_text(name: str, pages: RosterPages, *, filtered: bool) -> str:
    """The repr of a roster: how many participants the chat has, but nobody's name."""
    total = "not requested yet" if pages.total is None else count(pages.total, "participant", "participants")
    return f"<{joined(name, total, 'filtered' if filtered else None)}>"


def roster_table(pages: RosterPages, wanted: tuple[ParticipantFilter, ...]) -> str | None:
    """The table of the participants that are known already; None if there are none."""
    people = [person for person in pages.people if all(is_wanted(person) for is_wanted in wanted)]
    return table_of_items(people, None if wanted else pages.total)
