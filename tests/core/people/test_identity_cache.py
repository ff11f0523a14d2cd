"""What a client keeps of who one is: bounded, shared by its siblings, dropped on 401, never in pickles."""

from __future__ import annotations

import pickle
import threading
from random import Random
from typing import Any

import pytest

from beeper_sdk import AsyncBeeper, Beeper, api, errors, models
from beeper_sdk._core.client_state import OBSERVERS
from beeper_sdk._core.people import identity_cache, self_user
from beeper_sdk._core.people.identity_cache import MAX_ACCOUNTS, MAX_CHATS, MAX_OTHERS, IdentityCache
from beeper_sdk._core.people.self_user import MAX_IDS
from beeper_sdk._core.people.unlisted_accounts import UnlistedAccount
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.scripted_server import account, chat, message, person
from tests.testing.known_chats import BOB, SIGNAL, WHATSAPP


def chat_with_me(number: int, account_id: str = "a", others: range = range(0)) -> models.Chat:
    members = [person(member) for member in others] + [person(number, isSelf=True)]
    return models.Chat.from_dict(
        chat(f"!{number}", {"items": members, "hasMore": False, "total": len(members)}, account_id)
    )


def row(number: int, **more: object) -> models.Message:
    return models.Message.from_dict({**message(number), **more})


def test_everything_is_bounded() -> None:
    learned = IdentityCache()
    for number in range(MAX_ACCOUNTS + 50):
        learned.observe_chats([chat_with_me(number, f"account {number}")])
    assert len(learned) == MAX_ACCOUNTS
    for number in range(MAX_CHATS + 50):
        learned.observe_chats([chat_with_me(number)])
        learned.observe_messages([row(number, senderID=f"@me{number}", isSender=True)])
    learned.observe_chats([chat_with_me(0, others=range(1, MAX_OTHERS + 50))])
    inner = vars(learned)
    assert len(inner["_chats"]) == MAX_CHATS
    assert len(inner["_others"]) == MAX_OTHERS
    mine = inner["_accounts"].get("a")
    assert (len(mine.flagged_self), len(inner["_accounts"].get("whatsapp").own_senders)) == (MAX_IDS, MAX_IDS)


def observe_at_random(learned: IdentityCache, steps: Random) -> None:
    """Chats again and again, with messages and lists of accounts between them."""
    chats = [random_chat(steps, f"!{number % 5}") for number in range(10)]
    for _ in range(50):
        learned.observe_chats([steps.choice(chats)])
        if steps.random() < 0.1:
            sender, where = person(steps.randrange(6))["id"], f"!{steps.randrange(5)}"
            learned.observe_messages([row(1, chatID=where, accountID="a0", senderID=sender, isSender=True)])
        if steps.random() < 0.1:
            owners = [account(f"a{number}", str(person(steps.randrange(6))["id"])) for number in range(3)]
            learned.observe_accounts(map(models.Account.from_dict, steps.sample(owners, steps.randrange(4))))


def random_chat(steps: Random, name: str) -> models.Chat:
    marks = [{"isSelf": steps.random() < 0.4} if steps.random() < 0.6 else {} for _ in range(steps.randrange(4))]
    members = [person(steps.randrange(6), **mark) for mark in marks]
    cut = steps.random() < 0.3
    people = {"items": members, "hasMore": cut, "total": len(members) + cut}
    return models.Chat.from_dict(chat(name, people, f"a{steps.randrange(3)}"))


def answers(learned: IdentityCache) -> list[object]:
    messages = [
        row(1, chatID=f"!{number}", accountID=f"a{name}", senderID=str(person(sender)["id"]), isSender=None)
        for number in range(5)
        for name in range(3)
        for sender in range(6)
    ]
    return [
        [(learned.account_of(f"!{number}"), learned.self_in(f"!{number}")) for number in range(5)],
        [learned.is_mine(each) for each in messages],
    ]


@pytest.mark.parametrize("limits", [{}, {"MAX_OTHERS": 5}, {"MAX_CHATS": 4}, {"MAX_ACCOUNTS": 2}, {"MAX_IDS": 2}])
def test_a_chat_that_was_observed_before_shows_the_same(
    limits: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in limits.items():
        monkeypatch.setattr(self_user if name == "MAX_IDS" else identity_cache, name, value)
    for seed in range(15):
        learned = IdentityCache()
        observe_at_random(learned, Random(seed))
        with monkeypatch.context() as patched:
            patched.setattr(identity_cache, "MAX_SEEN", 0)  # each chat is observed as if it were new
            reference = IdentityCache()
        observe_at_random(reference, Random(seed))
        assert answers(learned) == answers(reference), seed


def test_what_is_handed_out_is_a_copy() -> None:
    learned = IdentityCache()
    learned.observe_chats([chat_with_me(1)])
    for look in (learned.flagged_self, learned.unique_self):
        user = look("a")
        assert user is not None
        user.full_name = "changed"
        again = look("a")
        assert again is not None
        assert (type(again), again.full_name) == (models.User, "Person 1")


def test_a_result_of_another_kind_teaches_nothing() -> None:
    with Beeper("token", base_url="http://127.0.0.1:9") as beeper:
        state, call = beeper._engine.state, beeper._engine.prepare(api.accounts.list())
        for observe in OBSERVERS.values():
            observe(state, call, None)
        assert (len(state.identity), len(state.sent)) == (0, 0)


def test_somebody_is_not_me_only_where_that_is_known() -> None:
    learned = IdentityCache()
    said = {True: row(1, isSender=True), False: row(2, senderID="@p2", isSender=False), None: row(3, senderID="@p3")}
    for verdict, candidate in said.items():
        assert learned.is_mine(candidate) is verdict
    learned.observe_messages([said[True]])
    assert learned.is_mine(row(4)) is True
    assert learned.is_mine(said[None]) is None
    learned.observe_accounts([models.Account.from_dict(account(user="@p3"))])
    assert learned.is_mine(said[None]) is True
    assert learned.is_mine(row(5, senderID="@p4")) is False
    assert learned.is_mine(row(6, senderID="@p4", accountID="another")) is None


def test_two_ids_of_mine_stand_for_no_chat_in_particular() -> None:
    learned = IdentityCache()
    learned.observe_chats([chat_with_me(1)])
    assert learned.unique_self("a") is not None
    learned.observe_chats([chat_with_me(2)])
    assert learned.unique_self("a") is None
    assert learned.is_own("a", "@p1:beeper.local")
    assert learned.is_own("a", "@p2:beeper.local")


def test_an_account_that_is_no_longer_listed_is_forgotten() -> None:
    learned = IdentityCache()
    learned.observe_chats([chat_with_me(1, "native"), chat_with_me(2, "whatsapp")])
    learned.observe_accounts([models.Account.from_dict(account()), models.Account.from_dict(account("signal"))])
    learned.observe_accounts([models.Account.from_dict(account("signal"))])
    assert learned.flagged_self("whatsapp") is None
    assert list(learned.unlisted({"signal"})) == ["native"]


def test_a_merged_chat_tells_nothing_of_one_account() -> None:
    learned = IdentityCache()
    merged = chat_with_me(1, others=range(2, 4))
    merged.merge = models.ChatMerge(chat_ids=["!x", "!y"])
    learned.observe_chats([merged])
    assert learned.flagged_self("a") is None
    assert learned.is_mine(row(1, senderID="@p2:beeper.local", accountID="a")) is None


def test_threads_may_learn_and_look_at_the_same_time() -> None:
    learned = IdentityCache()
    failures: list[BaseException] = []
    start = threading.Barrier(8)

    def work(number: int) -> None:
        try:
            start.wait()
            for iteration in range(300):
                learned.observe_chats([chat_with_me(iteration, f"account {iteration % 7}", range(1000, 1010))])
                learned.observe_messages([row(iteration, senderID=f"@me{iteration}", isSender=True)])
                learned.observe_accounts([models.Account.from_dict(account(f"account {iteration % 7}"))])
                learned.is_mine(row(iteration, senderID=f"@me{number}"))
                learned.flagged_self(f"account {iteration % 7}")
                learned.unlisted(())
                if iteration % 50 == 0:
                    learned.clear()
        except BaseException as error:  # noqa: BLE001 - reported below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_siblings_share_what_was_learned_and_clear_cache_drops_it(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        sibling = beeper.with_options(timeout=5.0)
        yield sibling.me(SIGNAL)
        arrived(fake_beeper)
        yield beeper.me(WHATSAPP)
        assert arrived(fake_beeper) == []
        sibling.clear_cache()
        yield beeper.me(WHATSAPP)
        assert arrived(fake_beeper) == ["accounts.list"]

    play(kind, fake_beeper, story)


def test_a_401_drops_what_was_learned(kind: Kind, fake_beeper: FakeBeeper) -> None:
    def story(beeper: Any) -> Story:
        yield beeper.me(SIGNAL)
        arrived(fake_beeper)
        with pytest.raises(errors.NotFoundError):
            yield beeper.chats.retrieve("!nobody:beeper.com")
        yield beeper.me(SIGNAL)
        assert arrived(fake_beeper) == ["chats.retrieve"]
        yield from rejected_request(beeper)
        arrived(fake_beeper)
        yield beeper.me(SIGNAL)
        assert arrived(fake_beeper) == ["accounts.list"]

    def rejected_request(beeper: Any) -> Story:
        tokens = beeper._engine.state.tokens
        tokens.current = "wrong"
        with pytest.raises(errors.AuthenticationError):
            yield beeper.chats.retrieve(BOB)
        tokens.current = fake_beeper.token

    play(kind, fake_beeper, story)


def test_pickles_hold_nothing_of_it(fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper:
        me = beeper.me(SIGNAL)
        frozen = pickle.dumps(beeper)
        assert me.id.encode() not in frozen
        arrived(fake_beeper)
        with pickle.loads(frozen) as restored:
            assert restored.me(SIGNAL) == me
        assert arrived(fake_beeper) == ["accounts.list"]
    assert pickle.loads(pickle.dumps(AsyncBeeper("t"))) is not None


def test_an_unlisted_account_says_what_it_is_and_travels() -> None:
    added = UnlistedAccount(account_id="imessage", network="iMessage", user=models.User(id="imsg##1", is_self=True))
    assert repr(added) == "<UnlistedAccount iMessage \"imsg##1\", account_id='imessage'>"
    again = pickle.loads(pickle.dumps(added))
    assert (again, type(again), isinstance(again, models.Account)) == (added, UnlistedAccount, True)
    assert added.to_dict() == {
        "accountID": "imessage",
        "network": "iMessage",
        "user": {"id": "imsg##1", "isSelf": True},
    }
    assert added != models.Account.from_dict(added.to_dict())
