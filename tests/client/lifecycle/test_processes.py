"""A client before and after a fork, and in processes of every kind: no connection is used by two of them."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import pickle
import threading
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from copy import copy, deepcopy
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext

import pytest

from beeper_sdk import AsyncBeeper, Beeper, models
from beeper_sdk._core.people.identity_cache import IdentityCache
from tests.client.lifecycle.children import Child, async_talk, talk, work
from tests.client.lifecycle.counting_server import PlainServer
from tests.client.lifecycle.loops import wait_until

pytestmark = [
    pytest.mark.usefixtures("transport"),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="about forks"),
    pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning"),  # that is what is tested
]


def whose(plain: PlainServer) -> dict[str, set[int]]:
    """Connections by who used them, as the IDs of the chats tell."""
    users: defaultdict[str, set[int]] = defaultdict(set)
    for request in plain.requests:
        users[request.path.split("/")[3].partition("-")[0]].add(request.connection)
    return users


def test_children_of_a_fork_never_use_the_connections_of_their_parent(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url) as beeper:
        talk(beeper, "parent", 1)
        children = [Child(lambda n=n: talk(beeper, f"child{n}", 8)) for n in range(4)]  # type: ignore[misc]
        own = talk(beeper, "parent", 8)
        for child in children:
            own += child.result()
        own += talk(beeper, "parent", 1)
    assert own == [True] * len(own)
    used = list(whose(plain).values())
    assert (len(used), [len(connections) for connections in used]) == (5, [1] * 5)
    assert len(plain.connections) == 5


def test_a_child_that_closes_its_client_leaves_that_of_the_parent_open(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url) as beeper:
        talk(beeper, "parent", 1)
        assert Child(lambda: work(beeper, "child", 2)).result() == [True] * 4
        assert Child(beeper.close).result() is None
        talk(beeper, "parent", 1)
        assert whose(plain)["parent"] == {1}
    wait_until(lambda: plain.open == 0)


def test_a_fork_of_a_fork_has_connections_of_its_own(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url) as beeper:

        def child() -> list[bool]:
            return [*talk(beeper, "child", 2), *Child(lambda: talk(beeper, "grandchild", 2)).result()]

        assert [*talk(beeper, "parent", 2), *Child(child).result()] == [True] * 12
    assert sorted(map(len, whose(plain).values())) == [1, 1, 1]
    assert len(plain.connections) == 3


def test_forks_in_the_middle_of_the_work_of_other_threads_do_not_hang(plain: PlainServer) -> None:
    done = threading.Event()

    def hammer(number: int) -> None:
        while not done.is_set():
            talk(beeper, f"thread{number}", 1)

    with Beeper("t", base_url=plain.url) as beeper:
        talk(beeper, "first", 1)  # a child cannot import what a thread is about to import as it forks; no Python can
        threads = [threading.Thread(target=hammer, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        try:
            for round_number in range(6):
                assert Child(lambda t=round_number: talk(beeper, f"child{t}", 2)).result() == [True] * 4  # type: ignore[misc]
        finally:
            done.set()
            for thread in threads:
                thread.join()
    used = whose(plain)
    children = {connection for name, theirs in used.items() if name.startswith("child") for connection in theirs}
    threads_own = {connection for name, own in used.items() if name.startswith("thread") for connection in own}
    assert (len(children), children & threads_own) == (6, set())


def test_a_lock_that_another_thread_holds_while_forking_is_open_in_the_child() -> None:
    learned, held, end = IdentityCache(), threading.Event(), threading.Event()

    def slowly() -> Iterator[models.Account]:
        held.set()
        end.wait(30)
        yield from ()

    thread = threading.Thread(target=learned.observe_accounts, args=(slowly(),))
    thread.start()
    try:
        assert held.wait(10)
        assert Child(lambda: learned.owner("a")).result() is None
    finally:
        end.set()
        thread.join()


def test_a_child_runs_an_async_client_of_its_parent_in_a_loop_of_its_own(plain: PlainServer) -> None:
    beeper = AsyncBeeper("t", base_url=plain.url)
    with asyncio.Runner() as runner:
        assert runner.run(async_talk(beeper, "parent", 2)) == [True] * 2
        assert Child(lambda: work(beeper, "child", 3)).result() == [True] * 3

        async def fork_inside() -> list[bool]:
            answers: list[bool] = Child(lambda: work(beeper, "inner", 3)).result()
            return answers + await async_talk(beeper, "parent", 2)

        assert runner.run(fork_inside()) == [True] * 5
        assert {name: len(used) for name, used in whose(plain).items()} == {"parent": 1, "child": 1, "inner": 1}
        assert len(plain.connections) == 3
        runner.run(beeper.close())


@pytest.fixture(scope="module", params=["fork", "forkserver", "spawn"])
def context(request: pytest.FixtureRequest) -> BaseContext:
    """A way to start processes; its helpers run already, and count as nobody's."""
    name: str = request.param
    if name != "fork":
        resource_tracker.ensure_running()
    if name == "forkserver":
        forkserver.ensure_running()
    return multiprocessing.get_context(name)


def test_processes_of_every_kind_are_given_a_client(context: BaseContext, plain: PlainServer) -> None:
    sync, async_client = Beeper("t", base_url=plain.url, timeout=7), AsyncBeeper("t", base_url=plain.url)
    with sync, ProcessPoolExecutor(1, context) as pool:  # one for both: a spawned one imports for half a second
        talk(sync, "parent", 1)
        futures = [pool.submit(work, sync, "sync", 3), pool.submit(work, async_client, "async", 3)]
        assert [future.result(30) for future in futures] == [[True] * 6, [True] * 3]
        talk(sync, "parent", 1)
    used = whose(plain)
    assert (len(used["sync"]), len(used["async"])) == (1, 1)
    # None is used by two processes. The parent's first one may have expired while slow processes started.
    assert len(plain.connections) == sum(len(connections) for connections in used.values())


def test_copies_have_the_same_settings_and_connections_of_their_own(plain: PlainServer) -> None:
    with Beeper("t", base_url=plain.url, headers={"X-One": "1"}, read_only=True) as beeper:
        beeper.chats.retrieve("first-1")
        for duplicate in (copy(beeper), deepcopy(beeper), pickle.loads(pickle.dumps(beeper))):
            assert isinstance(duplicate, Beeper)
            with duplicate:
                assert repr(duplicate) == repr(beeper)
                assert duplicate.chats.retrieve("other-1").id == "other-1"
        assert beeper.chats.retrieve("first-2").id == "first-2"
    assert {name: len(used) for name, used in whose(plain).items()} == {"first": 1, "other": 3}


def test_a_copy_of_a_closed_client_is_open(plain: PlainServer) -> None:
    beeper = Beeper("t", base_url=plain.url)
    beeper.close()
    with copy(beeper) as duplicate:
        assert duplicate.chats.retrieve("a").id == "a"
