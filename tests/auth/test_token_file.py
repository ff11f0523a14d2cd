"""Tokens in a file: what is kept, for whom, and all that makes a file one not to be trusted."""

from __future__ import annotations

import json
import os
import pickle
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beeper_sdk import auth, errors
from beeper_sdk.auth import _store
from beeper_sdk.auth._store import token_path
from tests.auth.helpers import stored_token
from tests.sweeps import examples

HERE, THERE = "http://127.0.0.1:23373", "https://beeper.example:443"
CANARY = "canary-token-7c1"
ENDS = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX's")
NOT_ROOT = pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read and write everything")


def token(server: str = HERE, text: str = CANARY) -> auth.Token:
    return auth.Token(text, server, ("read", "write"), ENDS, "client_1")


def put(path: Path, content: str | bytes, mode: int = 0o600) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)


def file_content(entry: Any, server: str = HERE) -> str:
    return json.dumps({"version": 1, "tokens": {server: entry}})


def test_what_is_saved_is_found_again_with_all_that_is_known() -> None:
    auth.FileToken().save(token())
    assert auth.FileToken().load() == token()
    assert auth.FileToken()() == stored_token(HERE) == CANARY
    assert CANARY not in repr(auth.FileToken()) + repr(token())


@POSIX
def test_nobody_else_can_read_it(token_file: Path) -> None:
    before = os.umask(0)
    try:
        auth.FileToken().save(token())
    finally:
        os.umask(before)
    assert stat.S_IMODE(token_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(token_file.parent.stat().st_mode) == 0o700
    assert [path.name for path in token_file.parent.iterdir()] == ["tokens.json"]


def test_each_server_has_its_own() -> None:
    auth.FileToken().save(token())
    auth.FileToken().save(token(THERE, "other"))
    assert stored_token("http://localhost:23373") == stored_token("http://[::1]:23373/") == CANARY
    assert stored_token("https://beeper.example/home") == "other"
    for unknown_server in (
        "http://127.0.0.1:23374",
        "https://127.0.0.1:23373",
        "https://beeper.example:8443",
        "http://a.b",
    ):
        assert stored_token(unknown_server) is None
    assert auth.FileToken(base_url=THERE).delete() is True
    assert auth.FileToken(base_url=THERE).delete() is False
    assert (stored_token(THERE), stored_token(HERE)) == (None, CANARY)


def test_a_store_of_one_server_is_not_given_to_another() -> None:
    store = auth.FileToken(base_url=THERE)
    assert store.at("https://beeper.example/home").server == THERE
    with pytest.raises(ValueError, match="tokens for another server than base_url"):
        store.at(HERE)
    assert auth.FileToken().at(THERE).server == THERE
    assert pickle.loads(pickle.dumps(store)).server == THERE


def test_where_nothing_is_kept_nothing_is_found(token_file: Path) -> None:
    assert auth.FileToken().load() is None
    assert auth.FileToken()() is None
    assert auth.FileToken().delete() is False
    assert not token_file.parent.exists()


def test_a_look_where_nobody_logged_in_is_one_look(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Path] = []
    own = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        looks.append(path)
        return own(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    assert stored_token(HERE) is None
    assert looks == [token_file]


@POSIX
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o644, 0o777])
def test_a_file_that_others_can_read_is_refused(token_file: Path, mode: int) -> None:
    put(token_file, file_content(token().to_dict()), mode)
    store = auth.FileToken()
    looks: list[Callable[[], object]] = [store, lambda: stored_token(HERE), lambda: store.save(token()), store.check]
    for look in looks:
        with pytest.raises(errors.TokenFileError, match=rf"accessible by other users .mode {mode:04o}.; run chmod 600"):
            look()


@NOT_ROOT
def test_a_file_that_cannot_be_read_is_named(token_file: Path) -> None:
    put(token_file, file_content(token().to_dict()), 0o000)
    with pytest.raises(errors.TokenFileError, match="cannot be read"):
        stored_token(HERE)


@POSIX
def test_a_file_of_another_user_is_refused(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(token_file, file_content(token().to_dict()))
    monkeypatch.setattr(os, "geteuid", lambda: token_file.stat().st_uid + 1)
    with pytest.raises(errors.TokenFileError, match="belongs to another user"):
        stored_token(HERE)


@POSIX
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_regular_file_is_refused_and_not_waited_for(token_file: Path, make: Any) -> None:
    token_file.parent.mkdir()
    make(token_file)
    with pytest.raises(errors.TokenFileError, match="is not a regular file"):
        stored_token(HERE)


@pytest.mark.parametrize(
    "content",
    [
        "", "null", "[]", '"text"', "{", "canary-token-7c1", b"\xff\xfe\x00", '{"version": 1}', "[" * 100_000,
        '{"version": 1, "tokens": []}', '{"version": 1, "tokens": {"x": 5}}', '{"version": 2, "tokens": {}}',
    ],
)  # fmt: skip
def test_a_file_of_something_else_is_refused_and_left_alone(token_file: Path, content: str | bytes) -> None:
    put(token_file, content)
    before = token_file.read_bytes()
    operations: list[Callable[[], object]] = [lambda: stored_token(HERE), lambda: auth.FileToken().save(token())]
    for operation in operations:
        with pytest.raises(errors.TokenFileError, match="delete it and log in again") as caught:
            operation()
        assert "canary" not in str(caught.value)
        assert caught.value.__context__ is None
    assert token_file.read_bytes() == before


def test_a_file_too_large_is_not_read(token_file: Path) -> None:
    put(token_file, " " * (2 << 20))
    with pytest.raises(errors.TokenFileError, match="too large"):
        stored_token(HERE)


@pytest.mark.parametrize("entry", [{}, {"access_token": 5}, {"access_token": ""}, {"access_token": "two canaries"}])
def test_an_entry_without_a_token_is_named(token_file: Path, entry: dict[str, Any]) -> None:
    put(token_file, file_content(entry))
    with pytest.raises(errors.TokenFileError, match="has an invalid token for http://127") as caught:
        stored_token(HERE)
    assert "canaries" not in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
ENTRIES = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("access_token", "scope", "expires_at", "client_id", "keyring"), JSON)
)


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60) | JSON.map(json.dumps) | ENTRIES.map(file_content))
def test_whatever_is_in_it_gives_a_token_or_an_error_of_ours(token_file: Path, content: str | bytes) -> None:
    put(token_file, content)
    try:
        loaded = auth.FileToken().load()
    except errors.TokenStoreError:
        return
    assert loaded is None or loaded.access_token in str(content)


def test_what_only_informs_may_be_odd(token_file: Path) -> None:
    put(token_file, file_content({"access_token": "t", "scope": 5, "expires_at": "soon", "client_id": []}))
    assert auth.FileToken().load() == auth.Token("t", HERE)


@POSIX
def test_a_link_stays_a_link(token_file: Path, tmp_path: Path) -> None:
    link_target = tmp_path / "dotfiles" / "tokens.json"
    put(link_target, file_content(token().to_dict()))
    token_file.parent.mkdir()
    token_file.symlink_to(link_target)
    auth.FileToken().save(token(THERE))
    assert token_file.is_symlink()
    assert set(json.loads(link_target.read_text())["tokens"]) == {HERE, THERE}


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = auth.FileToken(tmp_path / "file" / "tokens.json")
    assert store.load() is None
    for act in (store.check, lambda: store.save(token())):
        with pytest.raises(errors.TokenFileError, match="cannot be written"):
            act()


def test_a_write_that_fails_leaves_what_was_there(token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    auth.FileToken().save(token())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(errors.TokenFileError, match=r"cannot be written \(No space left"):
        auth.FileToken().save(token(text="other"))
    assert stored_token(HERE) == CANARY
    assert [path.name for path in token_file.parent.iterdir()] == ["tokens.json"]


@POSIX
def test_many_who_save_at_once_lose_nothing(token_file: Path) -> None:
    servers = [f"http://127.0.0.1:{port}" for port in range(30_000, 30_024)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(auth.FileToken().save, map(token, servers)))
    assert set(json.loads(token_file.read_text())["tokens"]) == set(servers)


def test_errors_do_not_name_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "alice"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "alice"))
    put(tmp_path / "alice" / "x", "no tokens")
    with pytest.raises(errors.TokenFileError) as caught:
        auth.FileToken(tmp_path / "alice" / "x").load()
    assert caught.value.path == str(Path("~") / "x")
    assert "alice" not in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).path == caught.value.path


@pytest.mark.parametrize(
    ("windows", "environment", "path"),
    [
        (False, {}, "~/.config/beeper-sdk/tokens.json"),
        (False, {"XDG_CONFIG_HOME": "/conf"}, "/conf/beeper-sdk/tokens.json"),
        (False, {"XDG_CONFIG_HOME": "relative"}, "~/.config/beeper-sdk/tokens.json"),
        (True, {}, "~/AppData/Roaming/beeper-sdk/tokens.json"),
        (True, {"APPDATA": "/roaming"}, "/roaming/beeper-sdk/tokens.json"),
        (False, {"BEEPER_TOKEN_FILE": "~/mine.json"}, "~/mine.json"),
    ],
)
@POSIX
def test_where_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, windows: bool, environment: dict[str, str], path: str
) -> None:
    for name in ("BEEPER_TOKEN_FILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(_store, "_WINDOWS", windows)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert token_path() == Path(path.replace("~", str(tmp_path)))


def test_a_user_without_a_home_has_no_log_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("BEEPER_TOKEN_FILE", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert stored_token(HERE) is None
    with pytest.raises(errors.TokenFileError, match="set BEEPER_TOKEN_FILE"):
        auth.FileToken()


def test_a_home_of_somebody_else_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", closed)
    monkeypatch.setattr(os, "open", closed)
    with pytest.raises(errors.TokenFileError, match=r"cannot be read \(Permission denied"):
        stored_token(HERE)
    monkeypatch.delenv("BEEPER_TOKEN_FILE")
    assert stored_token(HERE) is None
