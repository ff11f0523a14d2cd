"""Tokens in the system's keyring: a fake of the package `keyring` takes its place."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from beeper_sdk import auth, errors
from beeper_sdk.testing import FakeBeeper
from tests.auth.helpers import Kind, call, person, stored_token, using

HERE = "http://127.0.0.1:23373"
CANARY = "canary-token-7c1"


class Keyring(ModuleType):
    """As much of the package as is used; it keeps what it is given."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.stored: dict[tuple[str, str], str] = {}
        self.locked = False

    def _opened(self) -> None:
        if self.locked:
            raise RuntimeError(f"locked, and its text quotes {CANARY}")

    def get_password(self, service_name: str, username: str) -> str | None:
        self._opened()
        return self.stored.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self._opened()
        self.stored[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.stored[service_name, username]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    stand_in = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", stand_in)
    return stand_in


def test_a_log_in_into_the_keyring_is_found_by_every_client(
    kind: Kind, fake_beeper: FakeBeeper, keyring: Keyring, token_file: Path
) -> None:
    visitor = person(fake_beeper)
    given = call(kind, "login", fake_beeper.url, open_browser=False, on_url=visitor, store=auth.KeyringToken())
    visitor.done()
    assert given.access_token not in token_file.read_text()
    assert list(keyring.stored) == [("beeper-sdk", fake_beeper.url)]
    assert stored_token(fake_beeper.url) == given.access_token
    assert using(kind, lambda beeper: beeper.accounts.list(), base_url=fake_beeper.url)
    assert using(kind, lambda beeper: beeper.accounts.list(), auth.KeyringToken(), base_url=fake_beeper.url)
    assert call(kind, "whoami", fake_beeper.url).source == "keyring"
    assert call(kind, "logout", fake_beeper.url) is True
    assert keyring.stored == {}
    assert stored_token(fake_beeper.url) is None


@pytest.mark.usefixtures("keyring")
def test_each_server_has_its_own() -> None:
    store = auth.KeyringToken()
    store.save(auth.Token(CANARY, HERE, ("read",)))
    assert store.at("http://localhost:23373").load() == auth.Token(CANARY, HERE, ("read",))
    assert store.at("http://127.0.0.1:1")() is None
    assert store.at("http://127.0.0.1:1").delete() is False
    assert (store.delete(), store.delete()) == (True, False)


@pytest.mark.parametrize("text", [CANARY, "", "[]", '{"access_token": 5}'])
def test_what_is_no_token_is_named(keyring: Keyring, text: str) -> None:
    keyring.stored["beeper-sdk", HERE] = text
    with pytest.raises(errors.TokenStoreError, match="has an invalid token for http://127") as caught:
        auth.KeyringToken()()
    assert CANARY not in str(caught.value)


def test_a_keyring_that_fails_is_told_by_the_class_of_its_error(keyring: Keyring, fake_beeper: FakeBeeper) -> None:
    keyring.locked = True
    with pytest.raises(errors.TokenStoreError, match=r"cannot be used .RuntimeError.") as caught:
        auth.login(fake_beeper.url, store=auth.KeyringToken(), open_browser=False)
    assert CANARY not in str(caught.value)
    assert caught.value.__context__ is None
    assert not fake_beeper.requests


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(errors.TokenStoreError, match=r"install beeper-sdk\[keyring\]"):
        auth.KeyringToken()()


def test_a_keyring_that_keeps_nothing_is_found_before_the_login(
    kind: Kind, keyring: Keyring, fake_beeper: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget(*_: str) -> None:
        pass

    monkeypatch.setattr(keyring, "set_password", forget)
    with pytest.raises(errors.TokenStoreError, match="does not keep what it stores; store the token in a file"):
        call(kind, "login", fake_beeper.url, store=auth.KeyringToken(), open_browser=False)
    assert not fake_beeper.requests


def test_a_trial_leaves_nothing_in_the_keyring(keyring: Keyring) -> None:
    auth.KeyringToken().check()
    assert keyring.stored == {}


def test_a_save_that_fails_leaves_the_earlier_login(keyring: Keyring) -> None:
    auth.FileToken().save(auth.Token(CANARY, HERE))
    keyring.locked = True
    with pytest.raises(errors.TokenStoreError, match="cannot be used"):
        auth.KeyringToken().save(auth.Token("other", HERE))
    assert stored_token(HERE) == CANARY


def test_a_save_to_the_keyring_that_is_killed_is_removed_by_a_logout(
    keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def kill(service_name: str, username: str, password: str) -> None:
        keyring.stored[service_name, username] = password
        raise Killed

    monkeypatch.setattr(keyring, "set_password", kill)
    with pytest.raises(Killed):
        auth.KeyringToken().save(auth.Token(CANARY, HERE))
    assert auth.FileToken(base_url=HERE).delete() is True
    assert keyring.stored == {}


def test_a_large_token_is_not_stored(keyring: Keyring, token_file: Path) -> None:
    with pytest.raises(errors.TokenStoreError, match="16384 bytes"):
        auth.KeyringToken().save(auth.Token("x" * 20_000, HERE))
    assert (keyring.stored, token_file.exists()) == ({}, False)
