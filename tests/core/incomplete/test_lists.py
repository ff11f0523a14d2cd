"""One odd item costs nothing but its own fields: lists go on, checkpoints move past it, and strict mode raises."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from beeper_sdk import Beeper, errors, models
from beeper_sdk.testing import FakeBeeper
from beeper_sdk.v0 import Client
from tests.scripted_server import KINDS, TOKEN, Kind, Script, answer, call, chat, message

TOTAL, SIZE, UNDATED = 100, 20, 40


def archive(request: httpx.Request) -> httpx.Response:
    """A history of a hundred messages in pages of twenty; message 40 has no timestamp."""
    newest = int(request.url.params.get("cursor", TOTAL + 1)) - 1
    numbers = range(newest, max(0, newest - SIZE), -1)
    items = [message(number) | ({"timestamp": None} if number == UNDATED else {}) for number in numbers]
    cursor = str(numbers[-1]) if items else None
    return answer({"items": items, "hasMore": newest > SIZE, "oldestCursor": cursor, "newestCursor": None})


def page(items: object, **more: object) -> dict[str, object]:
    return {"items": items, "hasMore": False, "oldestCursor": None, "newestCursor": None} | more


@pytest.mark.parametrize("kind", KINDS)
def test_an_archive_gets_every_message_and_the_odd_one_says_what_is_missing(kind: Kind) -> None:
    recorded: list[Any] = []

    def act(beeper: Any) -> Any:
        recorded.append(beeper.diagnostics)
        return beeper.messages.list("!a:x").collect()

    messages = call(kind, archive, act)
    assert len(messages) == TOTAL
    (incomplete,) = (item for item in messages if item.missing_fields)
    assert (incomplete.missing_fields, incomplete.timestamp, incomplete.text) == (
        ("timestamp",),
        None,
        message(UNDATED)["text"],
    )
    assert incomplete.to_dict() == message(UNDATED) | {"timestamp": None}
    assert [(finding.place, finding.found) for finding in recorded[0]] == [
        ("messages.list.items[].timestamp", "expected a timestamp, found null")
    ]


def test_an_archive_that_is_stopped_after_every_item_gets_each_once() -> None:
    ids: list[str] = []
    checkpoint: str | None = None
    with Beeper(TOKEN, transport=httpx.MockTransport(archive)) as beeper:
        while True:
            pager = beeper.messages.list("!a:x", resume=checkpoint)
            item = pager.first()
            if item is None:
                break
            ids.append(item.id)
            checkpoint = pager.checkpoint
    assert len(ids) == len(set(ids)) == TOTAL


@pytest.mark.parametrize("kind", KINDS)
def test_strict_mode_raises(kind: Kind) -> None:
    with pytest.raises(errors.ResponseDecodeError, match=r"items\[0\].timestamp: expected a timestamp, found null"):
        call(kind, Script(answer(page([message(1) | {"timestamp": None}]))), _first, strict=True)


def _first(beeper: Any) -> Any:
    return beeper.messages.list("!a:x").first()


@pytest.mark.parametrize("kind", KINDS)
def test_a_single_object_that_cannot_be_read_raises(kind: Kind) -> None:
    with pytest.raises(errors.ResponseDecodeError, match=r"\$.participants: expected an object, found null"):
        call(kind, Script(answer(chat() | {"participants": None})), lambda beeper: beeper.chats.retrieve("!a:x"))


@pytest.mark.parametrize("items", [None, []])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_without_items_is_empty(kind: Kind, items: object) -> None:
    for body in (page(items), {"hasMore": False}, {}):
        server = Script(answer(body), answer(chat()))
        assert call(kind, server, lambda beeper: beeper.messages.list("!a:x").collect()) == []


@pytest.mark.parametrize("flag", [None, "yes", 1])
def test_a_page_without_a_flag_is_judged_by_its_items(flag: object) -> None:
    def bare(request: httpx.Request) -> httpx.Response:
        full = json.loads(archive(request).content) | {"hasMore": flag}
        return answer({name: value for name, value in full.items() if value is not None})

    ended = Script(bare)
    with Beeper(TOKEN, transport=httpx.MockTransport(ended)) as beeper:
        assert len(beeper.messages.list("!a:x").strict().collect(TOTAL)) == TOTAL
    assert ended.count == TOTAL // SIZE


def test_items_without_an_id_are_items_too_and_equal_ones_are_one() -> None:
    anonymous = {name: value for name, value in message(1).items() if name != "id"}
    items = [message(2), anonymous, anonymous | {"text": "another"}, anonymous, None, 7]
    with Beeper(TOKEN, transport=httpx.MockTransport(Script(answer(page(items))))) as beeper:
        pager = beeper.messages.list("!a:x")
        assert [item.to_dict() for item in pager] == [items[0], items[1], items[2], None, 7]
        assert "canary" not in pager.checkpoint


def test_a_message_without_a_sort_key_does_not_end_a_list_that_pages_by_them() -> None:
    def bare(request: httpx.Request) -> httpx.Response:
        items = json.loads(archive(request).content)["items"]
        if items:
            del items[-1]["sortKey"]
        return answer({"items": items, "hasMore": bool(items)})

    def by_sort_key(request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("cursor")
        number = TOTAL + 1 if cursor is None else next(n for n in range(TOTAL) if message(n)["sortKey"] == cursor)
        return bare(httpx.Request("GET", request.url.copy_set_param("cursor", str(max(number, 2)))))

    with Beeper(TOKEN, transport=httpx.MockTransport(by_sort_key)) as beeper:
        assert len(beeper.messages.list("!a:x").collect()) >= TOTAL - 1


def test_incomplete_models_go_through_json_and_back() -> None:
    raw = message(1) | {"timestamp": None, "attachments": [{"id": "x"}], "reactions": "many"}
    incomplete = models.Message.from_dict(raw)
    assert incomplete.missing_fields == ("timestamp", "attachments[0].type", "reactions")
    assert incomplete == models.Message.from_dict(incomplete.to_dict())
    assert incomplete.to_dict() == raw
    assert incomplete.evolve(text="Hi").to_dict() == raw | {"text": "Hi"}
    assert models.Message.from_dict(message(1)).missing_fields == ()
    with pytest.raises(TypeError, match="not an object"):
        models.Message.from_dict([])  # type: ignore[arg-type]  # what is tested


def sizes(beeper: Beeper, client: Client) -> list[int]:
    """The lengths of some lists, also by v0."""
    chats = beeper.chats.search(limit=10).collect(30)
    known = [chat for chat in chats if not chat.missing_fields and chat.merge is None]
    by_v0 = [len(client.get_accounts()), len(client.search_chats(limit=10).items)]
    results = beeper.search(query="bob").results
    listed = [len(beeper.accounts.list()), len(chats), len(results.chats), len(results.messages.items)]
    pages = beeper.messages.list(known[0].id), beeper.messages.search(query="the")
    return [*by_v0, *listed, *(len(pager.collect(60)) for pager in pages)]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("quirk", ["odd_item", "bare_page"])
def test_every_list_has_as_many_items_as_without_the_quirk(quirk: str, fake_beeper: FakeBeeper) -> None:
    url, token = fake_beeper.url, fake_beeper.token
    with Beeper(token, base_url=url) as beeper, Client(token, base_url=url) as client:
        sound = sizes(beeper, client)
        with fake_beeper.quirk(quirk):
            assert sizes(beeper, client) == sound
    assert min(sound) > 0
