"""Errors about arguments name the argument and what it takes, and nothing of what it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any, cast

import httpx
import pytest
from typing_extensions import override

from beeper_sdk import Beeper, RetryPolicy, api, models, sanitize
from scripts.compiler.plan.plan import Argument, Operation
from tests.generated.contract import plan
from tests.privacy.calls import arguments
from tests.privacy.canaries import NUMBER, TOKEN, WORD, word
from tests.privacy.watch import LeakDetector, watching

OPERATIONS = sorted(plan().operations, key=lambda operation: operation.name)


class Odd:
    """Nothing any argument takes, and it says what it is."""

    @override
    def __repr__(self) -> str:
        return word()


def wrong(_: Argument) -> Iterator[Any]:
    """Values that hardly any argument takes."""
    yield from (word(), f"{WORD}\ud800", f"{WORD}\r\nX: {WORD}", NUMBER, NUMBER + 0.5, -NUMBER, [word()], (NUMBER,))
    yield from ({word(): word()}, {"id": {word(): word()}}, [{word(): NUMBER}], [[word()]], word().encode(), Odd())
    yield from (f"2026-13-45 {WORD}", f"{NUMBER}", f"{WORD} 2026-12-24 25:00", [None, word()], {1: word()}, {WORD})


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_no_value_is_in_the_error(operation: Operation) -> None:
    first, given = arguments(operation)
    by_name = {argument.name: argument for argument in operation.arguments}
    with watching() as watch:
        for name in given:
            for value in wrong(by_name[name]):
                watch.where = f"{operation.name}({name})"
                _call(watch, operation, first, {**given, name: value})
        for value in wrong(operation.arguments[0]) if first else ():
            watch.where = f"{operation.name}, the id"
            _call(watch, operation, [value], given)
    assert watch.leaks == []
    assert watch.errors or not operation.arguments


def _call(watch: LeakDetector, operation: Operation, first: list[Any], given: dict[str, Any]) -> None:
    try:
        built_request = attrgetter(operation.name)(api)(*first, **given)
    except (TypeError, ValueError, OSError) as error:
        watch.error(error)
    else:
        watch.see("request", repr(built_request))


CLIENTS: list[dict[str, Any]] = [
    {"access_token": f"{WORD} {WORD}"},
    {"access_token": f"{WORD}é"},
    {"access_token": [TOKEN]},
    {"base_url": f"ftp://{WORD}/"},
    {"base_url": f"http://127.0.0.1/?{WORD}"},
    {"base_url": f"http://{WORD}:{WORD}@127.0.0.1/"},
    {"base_url": f"http://127.0.0.1:{WORD}/"},
    {"base_url": f"http:///{WORD}"},
    {"base_url": f"http://127.0.0.1/{WORD}\n{WORD}"},
    {"base_url": f"http://[{WORD}"},
    {"base_url": [WORD]},
    {"timeout": WORD},
    {"timeout": -NUMBER},
    {"retry": WORD},
    {"headers": {WORD: f"{WORD}\n"}},
    {"headers": {f"X {WORD}": WORD}},
    {"headers": {"X-Own": [WORD]}},
    {"headers": {"Authorization": TOKEN}},
    {"api": WORD},
    {"guard": WORD},
    {"hooks": WORD},
    {"rate_limit": WORD},
    {"max_response_bytes": WORD},
    {"max_response_bytes": -NUMBER},
]


@pytest.mark.parametrize("options", CLIENTS, ids="-".join)
def test_a_client_that_cannot_be_made_shows_no_value(options: dict[str, Any]) -> None:
    made: dict[str, Any] = {"access_token": TOKEN, **options}
    with watching() as watch, pytest.raises((TypeError, ValueError)) as caught:
        Beeper(**made).close()
    watch.error(caught.value)
    assert watch.leaks == [] or "headers" in options, "names of headers are shown: they are the program's own"


@pytest.mark.parametrize("variable", ["BEEPER_ACCESS_TOKEN", "BEEPER_BASE_URL", "BEEPER_CUSTOM_HEADERS"])
def test_a_variable_that_does_not_fit_is_named_and_not_shown(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, f"{WORD} {WORD}")
    with watching() as watch, pytest.raises(ValueError, match=variable) as caught:
        Beeper().close()
    watch.error(caught.value)
    assert watch.leaks == []


ODD: Any = WORD


def _checkpoint(beeper: Beeper) -> Any:
    return beeper.chats.list(resume=f'{{"v": 1, "walk": "{WORD}", "cursor": "{WORD}"}}').first()


def _foreign_checkpoint(beeper: Beeper) -> Any:
    walk = '{"v":1,"walk":"qzCanaryVx","cursor":"qzCanaryVx","seen":[],"within":false,"order":"served","page":0}'
    return beeper.chats.list(resume=walk).first()


CALLS: list[Callable[[Any], Any]] = [
    _checkpoint,
    _foreign_checkpoint,
    lambda beeper: beeper.chats.list(resume=WORD).first(),
    lambda beeper: beeper.chats.list().collect(limit=-NUMBER),
    lambda beeper: beeper.chats.participants(WORD, page_size=WORD),
    lambda beeper: beeper.chats.remind(WORD, at=WORD),
    lambda beeper: beeper.chats.remind(WORD, at=f"{NUMBER}"),
    lambda beeper: beeper.request(WORD, f"/v1/x/{WORD}"),
    lambda beeper: beeper.request("GET", WORD),
    lambda beeper: beeper.request("GET", f"/v1/x/{WORD}?{WORD}"),
    lambda beeper: beeper.request("GET", f"/v1/x/{WORD}/.."),
    lambda beeper: beeper.request("GET", f"/v1/x/{WORD}", effect=WORD),
    lambda beeper: beeper.request("POST", f"/v1/x/{WORD}", json={WORD: Odd()}),
    lambda beeper: beeper.request("POST", f"/v1/x/{WORD}", json={WORD: float("inf")}),
    lambda beeper: beeper.chats.find([WORD]),
    lambda beeper: beeper.with_options(headers={"X": f"{WORD}\n"}),
    lambda beeper: beeper.with_options(timeout=WORD),
    lambda _: RetryPolicy(attempts=ODD),
    lambda _: models.Chat.from_dict(cast("Any", [WORD])),
    lambda _: sanitize({WORD: Odd()}),
    lambda _: sanitize({WORD: WORD}, as_=models.Chat),
    lambda _: sanitize([], key=WORD),
]


@pytest.mark.parametrize("index", range(len(CALLS)))
def test_what_is_refused_before_it_is_sent_is_not_shown(index: int) -> None:
    sent: list[httpx.Request] = []

    def serve(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(500)

    with watching() as watch, Beeper(TOKEN, transport=httpx.MockTransport(serve)) as beeper:
        with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever comes is searched
            CALLS[index](beeper)
        watch.error(caught.value)
    assert watch.leaks == []
    assert sent == []
