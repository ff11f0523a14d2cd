# @generated


from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..._core.people import participants
from ..._core.util.override import override
from ..._core.util.validation import check_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..._core.generated import models
    from ..._core.people.identity_cache import IdentityCache


class Retrieve(Protocol):
    """Retrieves a chat."""

    def __call__(self, chat_id: str, *, max_participant_count: int | None = None) -> models.Chat:
        """The chat, with at most `max_participant_count` participants."""
        ...


class Roster:
    """The participants of a chat, without duplicates, in the server's order. They are requested when they are needed.

    Loops, `collect`, `first` and the filters share the results: a second loop makes no request. To get later changes,
    call `participants` again.
    """

    def __init__(
        self,
        retrieve: Retrieve,
        identity_cache: IdentityCache,
        pages: participants.RosterPages,
        wanted: tuple[participants.ParticipantFilter, ...] = (),
    ) -> None:
        self._retrieve = retrieve
        self._identity_cache = identity_cache
        self._pages = pages
        self._wanted = wanted

    @property
    def total(self) -> int | None:
        """Number of participants of the chat, regardless of filters; None before the first response."""
        return self._pages.total

    def admins(self) -> Roster:
        """The admins of the chat. Empty with apps before 4.2.808, which do not report them."""
        return self._only(participants.is_admin)

    def pending(self) -> Roster:
        """The participants who were invited and have not joined yet. Empty with apps before 4.2.808."""
        return self._only(participants.is_pending)

    def bots(self) -> Roster:
        """The automated accounts of the network or bridge. Empty with apps before 4.2.808."""
        return self._only(participants.is_bot)

    def everyone_but_me(self) -> Roster:
        """All participants except you, if the server marks you or this client knows your ID. Makes no extra request.

        If neither is the case, you are included. Call `beeper.chats.self_user(chat)` before: then the client knows your
        ID.
        """
        pages, is_own = self._pages, self._identity_cache.is_own
        return self._only(
            lambda person: not (person.is_self is True or any(is_own(account, person.id) for account in pages.accounts))
        )

    def _only(self, wanted: participants.ParticipantFilter) -> Roster:
        return Roster(self._retrieve, self._identity_cache, self._pages, (*self._wanted, wanted))

    def __iter__(self) -> Iterator[models.Participant]:
        return _Members(self._retrieve, self._pages, self._wanted)

    def collect(self, limit: int | None = None) -> list[models.Participant]:
        """All participants as a list, or the first ``limit`` (0 or more).

        Args:
            limit: Maximum number of participants, 0 or more; None for all.

        Raises:
            IncompleteParticipants: the server returned only some. The error holds those, unfiltered.
            TypeError, ValueError: ``limit`` is invalid.
        """
        if limit is not None:
            check_count("limit", limit, 0)
        people: list[models.Participant] = []
        if limit == 0:
            return people
        for person in self:
            people.append(person)
            if len(people) == limit:
                break
        return people

    def first(self) -> models.Participant | None:
        """The first participant; None if there is none."""
        people = self.collect(1)
        return people[0] if people else None

    @override
    def __repr__(self) -> str:
        from ..._core.shown import roster_text

        return roster_text("Roster", self._pages, filtered=bool(self._wanted))

    def _repr_html_(self) -> str | None:
        from ..._core.shown import roster_table

        return roster_table(self._pages, self._wanted)


class _Members:
    def __init__(
        self,
        retrieve: Retrieve,
        pages: participants.RosterPages,
        wanted: tuple[participants.ParticipantFilter, ...],
    ) -> None:
        self._retrieve = retrieve
        self._pages = pages
        self._wanted = wanted
        self._given = 0

    def __iter__(self) -> _Members:
        return self

    def __next__(self) -> models.Participant:
        while True:
            while self._given == len(self._pages.people):
                if not fetch_once(self._retrieve, self._pages):
                    raise StopIteration
            person = self._pages.people[self._given]
            self._given += 1
            if all(wanted(person) for wanted in self._wanted):
                return person


def fetch_once(retrieve: Retrieve, pages: participants.RosterPages) -> bool:
    """Make one request for more participants. Returns False if all are known.

    Raises:
        IncompleteParticipants: the server returned only some.
    """
    query = pages.next_query()
    if query is None:
        return False
    pages.receive(retrieve(query[0], max_participant_count=query[1]), query)
    return True
