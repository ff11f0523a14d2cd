"""Row 38: the contacts of one account fail or hang; the others are searched, and the error says which failed."""

from __future__ import annotations

import pickle
import threading
from typing import Any

import anyio
import httpx
import pytest

from beeper_sdk import errors
from beeper_sdk._async.people import contact_book as async_book
from beeper_sdk._core.people.names import Person
from beeper_sdk._sync.people import contact_book as sync_book
from beeper_sdk.testing import FakeBeeper
from tests.core.people.names.helpers import Act, Town, acted, request_counts, result_of, user
from tests.scripted_server import Kind, answer
from tests.testing.known_chats import IMESSAGE, SIGNAL

ALL = {"accounts.list": 1, "accounts.contacts.list": 5, "chats.search": 1}


def finding(name: str, **more: Any) -> Act:
    return lambda beeper: beeper.people.find(name, **more)


@pytest.mark.parametrize(
    ("quirk", "error"), [("dead_account", errors.InternalServerError), ("hanging_account", errors.APITimeoutError)]
)
def test_somebody_with_the_full_name_is_found_in_the_others(
    kind: Kind, fake: FakeBeeper, quirk: str, error: type[errors.APIError]
) -> None:
    with fake.quirk(quirk):
        person: Person = result_of(kind, fake, finding("alice elmhurst", timeout=0.8))
    assert (person.name, person.network, list(person.failed_accounts)) == ("Alice Elmhurst", "WhatsApp", [SIGNAL])
    assert isinstance(person.failed_accounts[SIGNAL], error)
    assert request_counts(fake) == ALL


@pytest.mark.parametrize(("name", "matches"), [("Erin H", ["Erin Hazelstone"]), ("Nobody Here", [])])
@pytest.mark.parametrize("quirk", ["dead_account", "hanging_account"])
def test_nobody_or_a_part_of_a_name_is_no_result(
    kind: Kind, fake: FakeBeeper, quirk: str, name: str, matches: list[str]
) -> None:
    with fake.quirk(quirk), pytest.raises(errors.IncompleteSearch) as caught:
        result_of(kind, fake, finding(name, timeout=0.8))
    error = caught.value
    assert [match.name for match in error.candidates if isinstance(match, Person)] == matches
    assert (list(error.failed), error.searched[1]) == ([SIGNAL], "the contacts of 4 of 5 accounts")
    match = "one person matches, see error.candidates" if matches else "nobody matches"
    assert str(error) == (
        f"the contacts of 1 account could not be searched, see error.failed; in {error.searched[0]} and the contacts "
        f"of 4 of 5 accounts, {match}. Use the full name, or account= to search other accounts only"
    )
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.failed, again.candidates) == (str(error), {}, ())
    assert request_counts(fake) == ALL


def test_a_number_is_found_in_the_others_and_a_chosen_account_needs_no_other(kind: Kind, fake: FakeBeeper) -> None:
    with fake.quirk("dead_account"):
        found = acted(kind, fake, finding("+15550100031", account=IMESSAGE), finding("Erin H", network="WhatsApp"))
        with pytest.raises(errors.AmbiguousMatch, match="the contacts of 4 of 5 accounts"):
            result_of(kind, fake, finding("Bob Brookhurst"))
    assert [(person.name, person.failed_accounts) for person in found] == [
        ("Bob Brookhurst", {}), ("Erin Hazelstone", {}),
    ]  # fmt: skip


def test_a_rejected_token_is_no_failure_of_an_account(kind: Kind) -> None:
    town = Town({"wa": [user("@a:x", "Alice")], "sig": []})

    def rejecting(request: httpx.Request) -> httpx.Response:
        return answer({"message": "no"}, 401) if "/sig/" in request.url.path else town(request)

    with pytest.raises(errors.AuthenticationError):
        result_of(kind, rejecting, finding("Alice"))


@pytest.mark.parametrize(("timeout", "error"), [(0, ValueError), ("5", TypeError)])
def test_a_wrong_timeout_is_an_error_before_anything_is_sent(kind: Kind, timeout: Any, error: type[Exception]) -> None:
    town = Town()
    with pytest.raises(error, match="timeout must be"):
        result_of(kind, town, finding("Alice", timeout=timeout))
    assert town.requested == []


def test_accounts_are_asked_side_by_side_but_not_all_at_once() -> None:
    names = [str(number) for number in range(20)]
    full, running, most, lock = threading.Barrier(sync_book.MAX_AT_ONCE, timeout=5), 0, 0, threading.Lock()

    def lookup(account_id: str, /) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        if int(account_id) < sync_book.MAX_AT_ONCE:
            full.wait()
        with lock:
            running -= 1
        return int(account_id)

    assert sync_book.for_each(names, lookup) == {name: int(name) for name in names}
    assert most == sync_book.MAX_AT_ONCE


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_are_bounded_too(backend: str) -> None:
    names, running, most = [str(number) for number in range(20)], 0, 0

    async def main() -> dict[str, int]:
        full = anyio.Event()

        async def lookup(account_id: str, /) -> int:
            nonlocal running, most
            running += 1
            most = max(most, running)
            if running == async_book.MAX_AT_ONCE:
                full.set()
            await full.wait()
            running -= 1
            return int(account_id)

        return await async_book.for_each(names, lookup)

    assert anyio.run(main, backend=backend) == {name: int(name) for name in names}
    assert most == async_book.MAX_AT_ONCE


def test_a_native_account_that_fails_does_not_cost_the_others(kind: Kind, fake: FakeBeeper) -> None:
    with (
        fake.quirk("accounts_without_native"),
        fake.quirk("no_is_self"),
        fake.quirk("server_error", operation="messages.search"),
    ):
        accounts = result_of(kind, fake, lambda beeper: beeper.accounts.list_all())
    assert [account.user.id == "" for account in accounts] == [False, False, False, False, True]
    assert request_counts(fake) == {"accounts.list": 1, "chats.search": 1, "messages.search": 1}
