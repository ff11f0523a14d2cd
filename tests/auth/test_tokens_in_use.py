"""Tokens that end, that may not do all, and that are renewed behind a running client (rows 25, 26, 27)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from beeper_sdk import auth, errors
from beeper_sdk.testing import FakeBeeper
from tests.auth.helpers import Kind, call, person, using
from tests.testing.known_chats import BOB, chat


def log_in(fake: FakeBeeper, scopes: tuple[str, ...] = ("read", "write")) -> auth.Token:
    visitor = person(fake)
    token = auth.login(fake.url, scopes=scopes, store=auth.FileToken(), open_browser=False, on_url=visitor)
    visitor.done()
    return token


def test_a_kept_token_that_has_ended_says_how_to_log_in_again(kind: Kind, fake_beeper: FakeBeeper) -> None:
    token = log_in(fake_beeper)
    auth.logout(fake_beeper.url, store=auth.FileToken())
    auth.FileToken().save(token)
    for given in (None, auth.FileToken()):
        with pytest.raises(errors.TokenExpired, match="python -m beeper_sdk login"):
            using(kind, lambda beeper: beeper.accounts.list(), given, base_url=fake_beeper.url)


def test_a_token_that_was_never_good_is_not_called_expired(kind: Kind, fake_beeper: FakeBeeper) -> None:
    with pytest.raises(errors.AuthenticationError) as caught:
        using(kind, lambda beeper: beeper.accounts.list(), "wrong", base_url=fake_beeper.url)
    assert type(caught.value) is errors.AuthenticationError


def test_logging_in_again_heals_a_client_that_runs(kind: Kind, fake_beeper: FakeBeeper) -> None:
    first = log_in(fake_beeper)

    def act(beeper: Any) -> Any:
        auth.FileToken(base_url=fake_beeper.url).delete()
        using("sync", lambda old: old.oauth.revoke(token=first.access_token), "", base_url=fake_beeper.url)
        log_in(fake_beeper)
        return beeper.accounts.list()

    assert using(kind, act, base_url=fake_beeper.url)


@pytest.mark.parametrize("year", [1990, 2070])
def test_a_clock_that_is_off_locks_nobody_out(kind: Kind, year: int) -> None:
    """The server's clock is far from this machine's, either way; its tokens live a minute by it, and it decides."""
    with FakeBeeper(now=lambda: datetime(year, 1, 1, tzinfo=UTC), token_lifetime=60) as fake:
        token = log_in(fake)
        assert using(kind, lambda beeper: beeper.accounts.list(), base_url=fake.url)
        identity = call(kind, "whoami", fake.url)
        assert identity.expires_at == token.expires_at == identity.issued_at + timedelta(minutes=1)
        assert abs(identity.expires_at - datetime.now(UTC)) > timedelta(days=1)


def test_a_token_without_the_scope_is_told_which_one_it_lacks(kind: Kind, fake_beeper: FakeBeeper) -> None:
    log_in(fake_beeper, ("read",))
    with pytest.raises(errors.MissingScope, match="lacks the scope 'write'") as caught:
        using(kind, lambda beeper: beeper.chats.archive(BOB), base_url=fake_beeper.url)
    assert caught.value.scope == "write"


def test_archiving_a_pinned_chat_is_a_conflict_and_asked_for_once(kind: Kind, fake_beeper: FakeBeeper) -> None:
    pinned = chat(fake_beeper, isPinned=True)["id"]
    fake_beeper.quirk("pinned_conflict")
    with pytest.raises(errors.ConflictError) as caught:
        using(kind, lambda beeper: beeper.chats.archive(pinned), fake_beeper.token, base_url=fake_beeper.url)
    assert caught.value.status == 409
    assert len(fake_beeper.requests.of("chats.archive")) == 1


def test_whoami_tells_what_the_token_is_good_for_and_as_whom(kind: Kind, fake_beeper: FakeBeeper) -> None:
    token = log_in(fake_beeper)
    before = len(fake_beeper.requests)
    identity = call(kind, "whoami", fake_beeper.url)
    assert (identity.server, identity.source, identity.scopes) == (fake_beeper.url, "file", ("read", "write"))
    assert (identity.client_name, identity.client_id) == ("Beeper SDK for Python", token.client_id)
    assert identity.expires_at == token.expires_at
    assert [account.user.is_self for account in identity.accounts] == [True] * len(identity.accounts)
    assert len(fake_beeper.requests) - before == 3
    assert token.access_token not in repr(identity)


def test_whoami_of_a_token_without_any_scope_leaves_out_the_accounts(kind: Kind, fake_beeper: FakeBeeper) -> None:
    identity = call(kind, "whoami", fake_beeper.url, access_token=fake_beeper.issue_token())
    assert (identity.source, identity.scopes, identity.accounts) == ("argument", (), None)


def test_logging_out_revokes_there_and_forgets_here(kind: Kind, fake_beeper: FakeBeeper) -> None:
    token = log_in(fake_beeper)
    assert call(kind, "logout", fake_beeper.url) is True
    assert auth.FileToken(base_url=fake_beeper.url).load() is None
    with pytest.raises(errors.AuthenticationError):
        using(kind, lambda beeper: beeper.oauth.userinfo(), token.access_token, base_url=fake_beeper.url)
    assert call(kind, "logout", fake_beeper.url) is False


def test_logging_out_forgets_here_even_when_beeper_is_closed(kind: Kind) -> None:
    with FakeBeeper() as fake:
        log_in(fake)
        url = fake.url
    with pytest.raises(errors.APIConnectionError):
        call(kind, "logout", url)
    assert auth.FileToken(base_url=url).load() is None
