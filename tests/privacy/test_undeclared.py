"""What else could tell: calls the spec does not know, files, errors that hold people, guards, BEEPER_LOG."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, WritePolicy, api, errors, models
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.types import Person
from tests.generated.contract import example
from tests.privacy.answers import HEADERS
from tests.privacy.canaries import NUMBER, TOKEN, WORD, find_canary, word
from tests.privacy.test_every_operation import TWICE
from tests.privacy.watch import LeakDetector, watching


def client(watch: LeakDetector, answer: httpx.Response, **more: Any) -> Beeper:
    def serve(_: httpx.Request) -> httpx.Response:
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    options: dict[str, Any] = {"retry": TWICE, "hooks": watch.hooks, "transport": httpx.MockTransport(serve)}
    return Beeper(TOKEN, **options | more)


ANSWERS = [
    httpx.Response(200, headers={**HEADERS, "Content-Type": f"image/{WORD} {WORD}; {WORD}"}, content=word().encode()),
    httpx.Response(200, headers=HEADERS, json={word(): word()}),
    httpx.Response(404, headers=HEADERS, json={"message": word(), "code": f"no {WORD}"}),
    httpx.Response(500, headers=HEADERS, content=word().encode()),
]


@pytest.mark.parametrize("index", range(len(ANSWERS)))
def test_a_call_that_the_spec_does_not_know_shows_two_words_of_its_path(index: int) -> None:
    path_shown: list[bool] = []
    with watching() as watch, client(watch, ANSWERS[index]) as beeper:
        for method in ("GET", "POST"):
            try:
                response = beeper.request(
                    method, f"/v1/brand-new/{WORD}/more/{WORD}", query={WORD: WORD}, json={WORD: WORD}
                )
                watch.see("response", repr(response))
            except errors.APIError as error:
                path_shown.append("/v1/brand-new/…" in str(error))
                watch.error(error)
    assert all(path_shown)
    assert watch.leaks == []
    assert watch.lines > 1


@pytest.mark.parametrize("index", range(len(ANSWERS)))
def test_a_file_shows_nothing_of_itself(index: int) -> None:
    asset_request = api.assets.serve(url=f"mxc://x/{WORD}?key={WORD}", range=f"bytes={WORD}")
    with watching() as watch, client(watch, ANSWERS[index]) as beeper:
        try:
            with beeper.stream(asset_request) as file:
                watch.see("stream", f"{file!r} {file}")
                assert b"".join(file.iter_bytes())
        except errors.APIError as error:
            watch.error(error)
    assert watch.leaks == []
    assert watch.lines > 0


def _people(count: int) -> list[models.Participant]:
    return [models.Participant(id=word(), full_name=word(), phone_number=str(NUMBER)) for _ in range(count)]


HOLDERS: list[tuple[errors.BeeperError, str]] = [
    (errors.IncompleteParticipants(_people(3), 5), "participants"),
    (errors.AmbiguousMatch([Person(user, word(), word(), None) for user in _people(2)], ["names"]), "candidates"),
]


@pytest.mark.parametrize(("error", "attribute"), HOLDERS, ids=lambda value: type(value).__name__)
def test_an_error_that_holds_people_has_them_in_memory_only(error: errors.BeeperError, attribute: str) -> None:
    with watching() as watch:
        watch.see("text", f"{error} {error!r} {error.args}")
        watch.see("pickle", pickle.dumps(error).decode("latin-1"))
    assert watch.leaks == []
    assert find_canary(repr(getattr(error, attribute)))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), getattr(again, attribute)) == (str(error), ())


def test_an_error_keeps_what_a_server_says_for_people_in_memory_only() -> None:
    page = f"<title>{WORD} {WORD}</title>"
    issue = {"path": ["body", word()], "code": word(), "message": word()}
    for answer in (
        httpx.Response(404, json={"message": word()}),
        httpx.Response(404, html=page),
        httpx.Response(422, json={"message": "invalid", "code": "invalid", "details": {"issues": [issue]}}),
        httpx.Response(400, json={"error": "invalid", "details": {word(): word()}}),
    ):
        with watching() as watch, client(watch, answer) as beeper:
            with pytest.raises(errors.APIStatusError) as caught:
                beeper.accounts.list()
            watch.error(caught.value)
        assert watch.leaks == []
        issues = [(each.path, each.message) for each in caught.value.issues]
        assert find_canary(f"{caught.value.server_message} {caught.value.answer.title} {issues}")


def test_an_uncertain_send_keeps_what_was_sent_in_memory_only() -> None:
    with watching() as watch, client(watch, httpx.Response(500, json={"message": word()})) as beeper:
        with pytest.raises(errors.DeliveryUncertain) as caught:
            beeper.messages.send(f"!{WORD}:x", text=word())
        watch.error(caught.value)
    assert watch.leaks == []
    assert find_canary(str(caught.value.server_message))


def test_a_fingerprint_cannot_be_guessed_without_the_token() -> None:
    prints: list[str] = []
    for token in ("one", "one", "another"):
        beeper = Beeper(token, transport=httpx.MockTransport(lambda _: httpx.Response(500)), retry=TWICE)
        with beeper, pytest.raises(errors.DeliveryUncertain) as caught:
            beeper.messages.send("!a:x", text="hi")
        prints.append(caught.value.fingerprint)
    assert prints[0] == prints[1] != prints[2]


POLICIES: list[Callable[[], WritePolicy]] = [
    lambda: WritePolicy(chats=[f"!{WORD}1:x"]),
    lambda: WritePolicy(accounts=[WORD]),
    lambda: WritePolicy(operations=["chats.archive"]),
    lambda: WritePolicy(dry_run=True),
    lambda: WritePolicy(per_minute=1, confirm=lambda _: False),
]


@pytest.mark.parametrize("index", range(len(POLICIES)))
def test_a_guard_that_refuses_tells_of_no_chat(index: int) -> None:
    policy = POLICIES[index]()
    with watching() as watch, client(watch, httpx.Response(500), guard=policy) as beeper:
        watch.see("policy", f"{policy!r} {beeper!r}")
        with pytest.raises(errors.BeeperError) as caught:
            beeper.messages.send(f"!{WORD}:x", text=word())
        watch.error(caught.value)
    assert watch.leaks == []


def test_a_policy_for_something_that_is_no_operation_shows_it_only_if_it_looks_like_one() -> None:
    with pytest.raises(ValueError, match=r"operations contains 'messages\.sent'"):
        WritePolicy(operations=["messages.sent"])
    with pytest.raises(ValueError, match="operations contains a value") as caught:
        WritePolicy(operations=[f"!{WORD}:x"])
    assert find_canary(str(caught.value)) is None


def test_a_walk_shows_nothing_of_where_it_is() -> None:
    page = {
        "items": [example("Chat") | {"id": word()}],
        "hasMore": True,
        "oldestCursor": word(),
        "newestCursor": word(),
    }
    with watching() as watch, client(watch, httpx.Response(200, json=page)) as beeper:
        pager = beeper.chats.list()
        for first_page in pager.pages():
            watch.see("page", f"{first_page!r} {pager!r}")
            break
        watch.see("pager", repr(beeper.chats.list(cursor=WORD)))
        with pytest.raises(errors.PaginationStalled) as caught:
            beeper.chats.list().strict().collect()
        watch.error(caught.value)
    assert watch.leaks == []


SCRIPT = """
import logging, sys
logging.basicConfig(level=1)
from beeper_sdk import Beeper, errors
with Beeper(sys.argv[1], base_url=sys.argv[2]) as beeper:
    chat = beeper.chats.list().first()
    beeper.messages.send(chat.id, text="qzCanaryVx")
    beeper.messages.search(query="qzCanaryVx").first()
    try:
        beeper.chats.retrieve("!qzCanaryVx:x")
    except errors.NotFoundError as error:
        logging.getLogger("own").error("no chat", exc_info=error)
"""


def test_what_beeper_log_writes_tells_nothing_of_people(fake_beeper: FakeBeeper, monkeypatch: Any) -> None:
    monkeypatch.setenv("BEEPER_LOG", "debug")
    command = [sys.executable, "-c", SCRIPT, fake_beeper.token, fake_beeper.url]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert done.stderr.count("beeper_sdk DEBUG") >= 4
    shown = done.stdout + done.stderr
    assert find_canary(shown.replace(SCRIPT, "")) is None
    secret = {fake_beeper.token, *(chat["id"] for chat in fake_beeper.world.chats())}
    assert [value for value in secret if value in shown] == []


def test_a_hook_that_fails_is_named_and_not_quoted() -> None:
    from beeper_sdk.hooks import Hooks

    def fail(*_: object) -> None:
        raise ValueError(word())

    with watching() as watch, client(watch, ANSWERS[1], hooks=Hooks(fail, fail, fail)) as beeper:
        beeper.request("GET", "/v1/x")
    assert watch.leaks == []
    assert watch.lines >= 2


def test_the_search_finds_each_form() -> None:
    from base64 import b64encode
    from urllib.parse import quote

    encoded = b64encode(f"text {WORD} text".encode()).decode()
    spelled = "".join(f"\\u{ord(char):04x}" for char in WORD)
    hidden = "".join(f"%{ord(char):02X}" for char in WORD)
    for form in (WORD, WORD.upper(), encoded, spelled, hidden, quote(WORD), f"+{NUMBER}", repr({"a": [WORD]})):
        assert find_canary(f"before {form} after")
    assert find_canary("a canary is a bird, 7731 is a number") is None


def test_the_watch_finds_what_hangs_behind_an_error() -> None:
    def leak(with_note: bool) -> None:
        try:
            raise ValueError(word())
        except ValueError as first:
            error = KeyError("fine")
            if with_note:
                error.add_note(word())
                raise error from None
            raise error from first

    for with_note in (False, True):
        with watching() as watch:
            with pytest.raises(KeyError) as caught:
                leak(with_note)
            watch.error(caught.value)
            logging.getLogger("httpx").debug("%s", word())
        assert {"text", "log of httpx"} <= {leak.split(": ")[1] for leak in watch.leaks}
