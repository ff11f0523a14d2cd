"""With the root logger at DEBUG a whole conversation leaves no token, query, text, name or id in the logs."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from beeper_sdk import api, errors
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import ALL, Call, Step, Story, Stream, runs_on
from tests.testing.known_chats import BOB, message

FAULTS = ("server_error", "hang_up", "cut_off", "html_error", "not_json", "redirect_elsewhere")


def seeded(fake: FakeBeeper) -> set[str]:
    """What must not be seen of the world: its token, and the ids and names of one chat."""
    chat = fake.world.chat(BOB)
    ids = {BOB, BOB.partition(":")[0], "%21", message(fake, BOB)["id"]}
    return {fake.token, "canary", chat["title"], *ids, *(person["id"] for person in chat["participants"]["items"])}


def appears(secret: str, text: str) -> bool:
    """Is it in the text? Digits only as a whole number: a duration such as 0.001345000 contains sort key 1345000."""
    if not secret.isdigit():
        return secret in text
    return re.search(rf"(?<![\d.]){secret}(?!\d)", text) is not None


def conversation(folder: Path) -> Generator[Step, Any, set[str]]:
    """A bit of everything; gives the ids that were made on the way."""
    yield Call("chats.list", limit=200)
    yield Call("chats.retrieve", BOB)
    yield lambda b: b.chats.self_user("124")
    yield Call("chats.search", query="canary query")
    yield Call("search", query="canary query")
    sent = yield Call("messages.send", BOB, text="canary text")
    row = yield Call("messages.retrieve", sent.pending_message_id, chat_id=BOB)
    yield Call("chats.messages.reactions.add", row.id, chat_id=BOB, reaction_key="canary")
    up = yield Call("assets.upload", file=("canary.txt", b"canary " * 10_000, "text/x-canary"))
    yield Stream(api.assets.serve(url=up.src_url), folder / "copy")
    yield lambda b: b.request("GET", "/v1/chats/search", query={"query": "canary"}, effect="read")
    return {row.id, sent.pending_message_id, row.sort_key, row.sender_id, up.upload_id, up.src_url}


def trouble(fake: FakeBeeper) -> Generator[Step, Any, str]:
    """Calls that fail, each in its own way; gives what their errors tell."""
    with pytest.raises(errors.NotFoundError) as missing:
        yield Call("messages.retrieve", "canary-id", chat_id=BOB)
    with pytest.raises(errors.AuthenticationError) as unauthorized:
        yield Call("oauth.userinfo").by("canary-token")
    texts = [f"{missing.value!r} {unauthorized.value!r}"]
    for quirk in FAULTS:
        with fake.quirk(quirk), pytest.raises(errors.APIError) as caught:
            yield Call("messages.update", "canary-id", chat_id=BOB, text="canary edit")
        texts.append(f"{caught.value} {caught.value!r} {caught.value.__cause__!r}")
    return "\n".join(texts)


@runs_on(ALL)
def test_a_conversation_leaves_nothing_private_in_the_logs(
    fake_beeper: FakeBeeper, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Story:
    caplog.set_level(logging.DEBUG)
    secrets = seeded(fake_beeper) | (yield from conversation(tmp_path))
    errors_told = yield from trouble(fake_beeper)

    ours = [record for record in caplog.records if not (record.threadName or "").startswith("FakeBeeper")]
    logged = "\n".join(f"{record.name} {record.getMessage()} {record.exc_text} {record.args}" for record in ours)
    seen = logged + errors_told + "".join(capsys.readouterr())
    assert {secret for secret in secrets if appears(secret, seen)} == set()
    assert [record.name for record in ours if record.name.startswith("http")] == []
    assert "messages.send POST /v1/chats/{chatID}/messages 200 in " in logged
    assert "messages.update: retrying in 0.00 s" in logged
