"""Lists contain a merged chat once. Under a filter by account or network, its members stand for themselves."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper
from tests.client.chats.helpers import Kind, Story, by_activity, checkpointed, ids, operations, play, shown, standing
from tests.scripted_server import Script, answer, call

LISTS = ("list", "search")
FILTERS: list[dict[str, Any]] = [{"network": "Signal"}, {"network": "whatsApp"}, {"merged_members": True}]


def expected(fake: FakeBeeper, filters: dict[str, Any]) -> list[str]:
    network = str(filters.get("network", "")).casefold()
    return standing(fake, lambda chat: not network or chat["network"].casefold() == network)


@pytest.mark.parametrize("name", LISTS)
def test_a_merged_chat_comes_once_and_no_member(kind: Kind, fake: FakeBeeper, chats: dict[str, str], name: str) -> None:
    def story(beeper: Any) -> Story:
        found = yield getattr(beeper.chats, name)().collect()
        assert ids(found) == shown(fake)
        assert operations(fake) == {f"chats.{name}": 1}
        assert {chats["Ada"], chats["Ben"], chats["Cem"]} < set(ids(found))
        assert not [chat for chat in found if chat.merged_into_chat_id]

    play(kind, fake, story)


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("name", LISTS)
@pytest.mark.usefixtures("chats")
def test_members_stand_for_themselves_in_the_order_of_their_activity(
    kind: Kind, fake: FakeBeeper, name: str, filters: dict[str, Any]
) -> None:
    def story(beeper: Any) -> Story:
        pager = getattr(beeper.chats, name)(**filters)
        wanted = expected(fake, filters)
        assert ids((yield pager.collect())) == wanted
        assert ids((yield pager.oldest_first().collect())) == wanted[::-1]
        assert ids((yield pager.strict().collect())) == wanted
        assert ids((yield pager.collect(limit=4))) == wanted[:4]
        assert (yield pager.first()).id == wanted[0]

    play(kind, fake, story)


@pytest.mark.parametrize(
    ("name", "filters", "limit", "by"),
    [
        ("list", FILTERS[1], 1, 2),
        ("list", FILTERS[2], 4, 3),
        ("search", FILTERS[0], 2, 1),
        ("search", FILTERS[2], 4, 5),
    ],
)
@pytest.mark.usefixtures("chats")
def test_checkpoints_repeat_and_miss_none(
    kind: Kind, fake: FakeBeeper, name: str, filters: dict[str, Any], limit: int, by: int
) -> None:
    def story(beeper: Any) -> Story:
        def pager(**more: Any) -> Any:
            return getattr(beeper.chats, name)(limit=limit, **filters, **more)

        wanted = expected(fake, filters)
        assert (yield from checkpointed(pager, by=by)) == wanted
        assert (yield from checkpointed(pager, oldest=True, by=4)) == wanted[::-1]

    play(kind, fake, story)


def test_pages_prefetching_and_their_checkpoints(fake: FakeBeeper, chats: dict[str, str]) -> None:
    assert chats
    with Beeper(fake.token, base_url=fake.url) as beeper:
        pager = beeper.chats.list(network="signal", limit=3)
        pages = list(pager.pages())
        wanted = expected(fake, {"network": "signal"})
        assert [chat.id for page in pages for chat in page.items] == wanted
        found: list[str] = []
        for page in pages:
            found += ids(page.items)
            left = beeper.chats.list(network="Signal", resume=page.checkpoint).collect()
            assert [*found, *ids(left)] == wanted
        with pager.prefetch() as ahead:
            assert ids(ahead) == wanted


def test_each_member_that_may_fit_is_retrieved_once(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    members = [name for name in chats if name.split()[0] in ("Ada", "Ben", "Cem") and " " in name]

    def story(beeper: Any) -> Story:
        yield beeper.chats.list(network="signal").collect()
        assert operations(fake) == {"accounts.list": 1, "chats.list": 1, "chats.retrieve": len(members)}
        # The accounts of the members are known now.
        yield beeper.chats.list(network="signal").collect()
        fitting = sum(name.endswith("signal") for name in members)
        assert operations(fake) == {"chats.list": 1, "chats.retrieve": fitting}
        yield beeper.chats.list(account_ids=["nobody"]).collect()
        assert operations(fake) == {"chats.list": 1}
        yield beeper.chats.search(network="signal").collect()
        assert operations(fake) == {"chats.search": 1}

    play(kind, fake, story)


def test_without_merged_chats_a_filter_costs_one_request(kind: Kind, fake: FakeBeeper) -> None:
    account = fake.world.add_account("signal")
    wanted = [fake.world.add_chat(people=[name], network="signal") for name in ("Ada", "Ben")]
    fake.requests.clear()

    def story(beeper: Any) -> Story:
        assert set(ids((yield beeper.chats.list(account_ids=[account]).collect()))) == set(wanted)
        assert operations(fake) == {"chats.list": 1}
        assert (yield beeper.chats.list(account_ids=[]).collect()) == []
        assert operations(fake) == {}

    play(kind, fake, story)


def test_an_older_app_without_merged_chats_filters_by_itself(kind: Kind) -> None:
    with FakeBeeper(version="4.3.0") as older:
        wanted = standing(older, lambda chat: chat["accountID"] == "signal")

        def story(beeper: Any) -> Story:
            yield beeper.info.retrieve()
            assert sorted(ids((yield beeper.chats.list(account_ids=["signal"]).collect()))) == sorted(wanted)
            assert [request.query for request in older.requests][1:] == ["accountIDs=signal"]

        play(kind, older, story)


def test_a_checkpoint_is_of_its_filters_only(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    assert chats

    def story(beeper: Any) -> Story:
        pager = beeper.chats.list(network="signal")
        yield pager.first()
        for other in (
            {},
            {"network": "whatsapp"},
            {"merged_members": True},
            {"network": "signal", "merged_members": True},
        ):
            with pytest.raises(ValueError, match="other filters"):
                beeper.chats.list(resume=pager.checkpoint, **other)
        with pytest.raises(ValueError, match="without"):
            yield beeper.chats.list(network="signal", resume=pager.checkpoint).oldest_first().collect()
        oldest = pager.oldest_first()
        yield oldest.first()
        with pytest.raises(ValueError, match="with it"):
            yield beeper.chats.list(network="signal", resume=oldest.checkpoint).collect()
        assert beeper.chats.list(network=" SIGNAL", resume=pager.checkpoint).checkpoint == pager.checkpoint

    play(kind, fake, story)


def test_a_member_that_is_gone_is_left_out_and_another_error_is_raised(
    kind: Kind, fake: FakeBeeper, chats: dict[str, str]
) -> None:
    wanted = expected(fake, {"merged_members": True})

    def story(beeper: Any) -> Story:
        with fake.fail("chats.retrieve", status=404):
            found = yield beeper.chats.list(merged_members=True).collect()
        members = {chat_id for chat_id in chats.values() if fake.world.chat(chat_id).get("mergedIntoChatID")}
        assert ids(found) == [chat_id for chat_id in wanted if chat_id not in members]
        pager = beeper.chats.list(merged_members=True, limit=2)
        first = yield pager.collect(limit=1)
        with fake.fail("chats.retrieve", status=500), pytest.raises(errors.InternalServerError):
            yield beeper.chats.list(merged_members=True, limit=200).collect()
        rest = yield beeper.chats.list(merged_members=True, resume=pager.checkpoint).collect()
        assert ids([*first, *rest]) == wanted

    play(kind, fake, story)


def test_activity_between_two_pages_repeats_nothing(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    wanted = expected(fake, {"merged_members": True})

    def story(beeper: Any) -> Story:
        found: list[str] = []
        resume = None
        for _ in range(len(wanted)):
            pager = beeper.chats.list(merged_members=True, limit=2, resume=resume)
            chat = yield pager.first()
            if chat is None:
                break
            found.append(chat.id)
            resume = pager.checkpoint
            if len(found) == 2:  # an unrelated chat moves to the top, which was read already
                fake.world.person("Hal").send(chats["Hal signal"], "again")
        assert found == [chat_id for chat_id in wanted if chat_id in set(found)]
        assert set(wanted) - set(found) <= {chats["Hal signal"]}

    play(kind, fake, story)


def test_towards_newer_chats_members_are_in_place_of_the_merged_chat(
    kind: Kind, fake: FakeBeeper, chats: dict[str, str]
) -> None:
    def story(beeper: Any) -> Story:
        whole = yield beeper.chats.list(direction="after", merged_members=True).collect()
        assert sorted(ids(whole)) == sorted(expected(fake, {"merged_members": True}))
        marks = [chat.merged_into_chat_id for chat in whole if chat.merged_into_chat_id]
        assert marks == sorted(marks, key=marks.index)  # those of a merged chat are together
        old = yield beeper.chats.list(direction="after", merged_members=True).oldest_first().collect()
        assert sorted(ids(old)) == sorted(ids(whole))
        resumed = partial(beeper.chats.list, direction="after", merged_members=True)
        assert (yield from checkpointed(resumed)) == ids(whole)

    assert chats
    play(kind, fake, story)


def test_the_last_message_of_a_merged_chat_is_the_preview_of_its_member(
    kind: Kind, fake: FakeBeeper, chats: dict[str, str]
) -> None:
    fake.world.person("Ada").send(chats["Ada signal"], "newest")

    def story(beeper: Any) -> Story:
        found = yield beeper.chats.list(merged_members=True).collect()
        previews = {chat.id: chat.preview and chat.preview.text for chat in found}
        assert previews[chats["Ada signal"]] == "newest"
        assert previews[chats["Ada whatsapp"]] is None
        assert previews[chats["Hal signal"]] == "hello"

    play(kind, fake, story)


def test_words_that_only_a_member_has_find_the_merged_chat(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    def story(beeper: Any) -> Story:
        assert ids((yield beeper.chats.search(query="Ada").collect())) == [chats["Ada"]]
        assert operations(fake) == {"chats.search": 1}
        for query in ("ada signal", "ada telegram"):
            pager = beeper.chats.search(query=query)
            assert ids((yield pager.collect())) == [chats["Ada"]]
            assert ids((yield pager.oldest_first().collect())) == [chats["Ada"]]
            assert operations(fake) == {"chats.search": 2, "chats.retrieve": 2}
        found = yield beeper.chats.search(query="signal").collect()
        wanted = [chats.get(name.split()[0], chats[name]) for name in chats if name.endswith("signal")]
        assert sorted(ids(found)) == sorted(wanted)
        resumed = partial(beeper.chats.search, query="signal", limit=2)
        assert (yield from checkpointed(resumed)) == ids(found)
        assert ids((yield beeper.chats.search(query="ada signal", network="signal").collect())) == [chats["Ada signal"]]

    play(kind, fake, story)


def test_a_merged_chat_is_judged_by_its_own_flags(kind: Kind, fake: FakeBeeper, chats: dict[str, str]) -> None:
    def story(beeper: Any) -> Story:
        yield beeper.chats.archive(chats["Ada"], archived=True)
        primary = yield beeper.chats.search(inbox="primary").collect()
        assert chats["Ada"] not in ids(primary)
        assert not [chat for chat in primary if chat.merged_into_chat_id]
        assert ids((yield beeper.chats.search(inbox="archive").collect())) == [chats["Ada"]]
        assert (yield beeper.chats.search(query="ada signal", inbox="primary").collect()) == []

    play(kind, fake, story)


def test_what_is_shown_is_what_the_world_has(fake: FakeBeeper, chats: dict[str, str]) -> None:
    """The helpers of these tests: three merged chats, and every chat by its activity."""
    everything = [*shown(fake), *standing(fake)]
    assert len(shown(fake)) == len(chats) - sum(
        bool(fake.world.chat(each).get("mergedIntoChatID")) for each in chats.values()
    )
    assert by_activity(fake, map(fake.world.chat, reversed(standing(fake)))) == standing(fake)
    assert set(everything) == set(chats.values())


@pytest.mark.parametrize("missing", ["participants", "unreadCount", "accountID", "type"])
def test_a_member_that_lacks_a_field_costs_only_this_field(kind: Kind, missing: str) -> None:
    whole: dict[str, Any] = {"id": "!m:x", "accountID": "a", "network": "N", "title": "T", "type": "single"}
    whole |= {"unreadCount": 0, "participants": {"items": [], "hasMore": False, "total": 0}}
    merged = whole | {"id": "!merged:x", "merge": {"chatIDs": ["!m:x", "!n:x"]}}
    odd = {key: value for key, value in whole.items() if key != missing}
    server = Script(answer({"items": [merged], "hasMore": False}), answer(odd), answer(whole | {"id": "!n:x"}))

    def listed(beeper: Any) -> Any:
        return beeper.chats.list(merged_members=True).collect()

    found = {chat.id: chat.missing_fields for chat in call(kind, server, listed)}
    assert found == {"!m:x": (to_attribute(missing),), "!n:x": ()}
    server = Script(answer({"items": [merged], "hasMore": False}), answer(odd))
    with pytest.raises(errors.ResponseDecodeError):
        call(kind, server, listed, strict=True)


def to_attribute(name: str) -> str:
    return {"unreadCount": "unread_count", "accountID": "account_id"}.get(name, name)
