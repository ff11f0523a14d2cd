"""What errors say of tokens, with the fake server: those that may only read, and those that have expired."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from beeper_sdk import Beeper, errors
from beeper_sdk.testing import FakeBeeper


@pytest.mark.parametrize(("quirk", "status"), [("read_only_token", 403), ("read_only_401", 401)])
def test_a_write_of_a_token_that_may_only_read_lacks_a_scope(quirk: str, status: int, fake_beeper: FakeBeeper) -> None:
    with Beeper(fake_beeper.token, base_url=fake_beeper.url) as beeper, fake_beeper.quirk(quirk):
        chat = beeper.chats.list().first()
        assert chat is not None
        with pytest.raises(errors.MissingScope) as caught:
            beeper.messages.send(chat.id, text="Hi")
        assert (caught.value.status, caught.value.scope) == (status, "write")
        assert beeper.chats.list().first() == chat


@pytest.mark.parametrize("says_so", [True, False])
def test_an_expired_token_of_a_new_process(says_so: bool) -> None:
    moments = [datetime(2026, 11, 1, tzinfo=UTC)]
    with FakeBeeper(now=lambda: moments[-1]) as fake:
        token = fake.issue_token("read", lifetime=60)
        moments.append(moments[0] + timedelta(minutes=5))
        if says_so:
            fake.quirk("token_expired_text")
        with Beeper(token, base_url=fake.url) as beeper, pytest.raises(errors.AuthenticationError) as caught:
            beeper.accounts.list()
    assert type(caught.value) is (errors.TokenExpired if says_so else errors.AuthenticationError)
