"""Edits and deletions that the network no longer allows are refused, and an edit returns the edited message."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import timedelta
from typing import Any

import pytest

from beeper_sdk import errors, models
from beeper_sdk._core.delivery import moments
from beeper_sdk.testing import FakeBeeper
from tests.core.people.helpers import Kind, Story, arrived, play
from tests.testing.known_chats import SIGNAL, chat

DAY = 86_400


def sent(fake: FakeBeeper, beeper: Any, target: Any, **arguments: Any) -> Generator[Any, Any, Any]:
    """A generator that sends a message; returns it."""
    pending = yield beeper.messages.send(target, **arguments)
    message = (yield beeper.messages.wait(pending)).message
    fake.requests.clear()
    return message


def advance(fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch, seconds: float, *, here: float | None = None) -> None:
    """Move the clock of the server, and that of this machine, to this time after noon."""
    fake.clock.advance(seconds=seconds)
    now = fake.clock.now.timestamp()
    monkeypatch.setattr(moments, "wall_clock", lambda: now + (here or 0.0))


def test_an_edit_in_time_is_one_request(
    kind: Kind, fake: FakeBeeper, group: models.Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        advance(fake, monkeypatch, 890)
        edited = yield beeper.messages.update(message, chat_id=group, text="**two**")
        assert edited.text != "one"
        assert arrived(fake) == ["messages.update"]

    play(kind, fake, story)


def test_an_edit_that_is_too_late_is_refused_by_the_clock_of_the_server(
    kind: Kind, fake: FakeBeeper, group: models.Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        advance(fake, monkeypatch, 905)
        limit = r"is 90[4-6] seconds old; this chat allows editing it for 900 seconds"
        with pytest.raises(errors.NetworkLimit, match=limit) as caught:
            yield beeper.messages.update(message, chat_id=group, text="two")
        assert (caught.value.capability, caught.value.limit, caught.value.unit) == ("edit_max_age", 900, "seconds")
        assert arrived(fake) == ["messages.retrieve"]

    play(kind, fake, story)


def test_a_wrong_clock_of_this_machine_refuses_no_edit(
    kind: Kind, fake: FakeBeeper, group: models.Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        advance(fake, monkeypatch, 600, here=7200)
        edited = yield beeper.messages.update(message, chat_id=group, text="two")
        assert edited.text == "two"
        assert arrived(fake) == ["messages.retrieve", "messages.update"]

    play(kind, fake, story)


def test_without_the_chat_or_the_message_the_server_decides(
    kind: Kind, fake: FakeBeeper, group: models.Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        advance(fake, monkeypatch, 3600)
        for message_id, chat_id in ((message, group.id), (message.id, group), (message.id, group.id)):
            with pytest.raises(errors.BadRequestError):
                yield beeper.messages.update(message_id, chat_id=chat_id, text="two")
            assert arrived(fake) == ["messages.update"]

    play(kind, fake, story)


@pytest.mark.parametrize("level", [0, -1, -2])
def test_a_chat_without_edits_and_deletions_refuses_them(
    kind: Kind, fake: FakeBeeper, group: models.Chat, level: int
) -> None:
    limited = with_capabilities(group, edit=level, delete=level, deleteForMe=False)

    def story(beeper: Any) -> Story:
        acts: list[Callable[[], Any]] = [
            lambda: beeper.messages.update("1", chat_id=limited, text="x"),
            lambda: beeper.messages.delete("1", chat_id=limited),
            lambda: beeper.messages.delete("1", chat_id=limited, for_everyone=False),
        ]
        for act in acts:
            with pytest.raises(errors.NetworkLimit, match="this chat does not support"):
                yield act()
        assert arrived(fake) == []

    play(kind, fake, story)


def with_capabilities(chat: models.Chat, **changed: Any) -> models.Chat:
    known = chat.to_dict()
    return models.Chat.from_dict({**known, "capabilities": {**known["capabilities"], **changed}})


def test_a_message_can_be_edited_as_often_as_is_known_to_be_allowed(
    kind: Kind, fake: FakeBeeper, group: models.Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    advance(fake, monkeypatch, 0)
    once, never = with_capabilities(group, editMaxCount=1), with_capabilities(group, editMaxCount=0)

    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        with pytest.raises(errors.NetworkLimit, match="edit number 1 or later; this chat allows 0"):
            yield beeper.messages.update(message, chat_id=never, text="two")
        edited = yield beeper.messages.update(message, chat_id=once, text="two")
        with pytest.raises(errors.NetworkLimit, match="edit number 2 or later; this chat allows 1"):
            yield beeper.messages.update(edited, chat_id=once, text="three")
        assert arrived(fake) == ["messages.update"]

    play(kind, fake, story)


def test_a_message_with_an_attachment_cannot_be_edited(kind: Kind, fake: FakeBeeper, group: models.Chat) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, file=("a.png", b"x"))
        for chat_id in (group, group.id):
            with pytest.raises(ValueError, match="message_id must be a message without attachments"):
                yield beeper.messages.update(message, chat_id=chat_id, text="two")
        assert arrived(fake) == []

    play(kind, fake, story)


def test_a_deletion_that_is_too_late_is_refused_with_what_still_works(
    kind: Kind, fake: FakeBeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def story(beeper: Any) -> Story:
        target = yield beeper.chats.retrieve(chat(fake, accountID=SIGNAL, type="group", isReadOnly=False)["id"])
        first = yield from sent(fake, beeper, target, text="one")
        second = yield from sent(fake, beeper, target, text="two")
        advance(fake, monkeypatch, DAY - 60)
        yield beeper.messages.delete(first, chat_id=target)
        advance(fake, monkeypatch, 120)
        with pytest.raises(errors.NetworkLimit, match="for 86,400 seconds; with for_everyone=False") as caught:
            yield beeper.messages.delete(second, chat_id=target)
        assert caught.value.capability == "delete_max_age"
        yield beeper.messages.delete(second, chat_id=target, for_everyone=False)
        assert arrived(fake) == ["messages.delete", "messages.retrieve", "messages.delete"]

    play(kind, fake, story)


def test_an_edit_that_is_answered_with_the_old_message_is_read_again(
    kind: Kind, fake: FakeBeeper, group: models.Chat
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        with fake.quirk("stale_edit"):
            edited = yield beeper.messages.update(message.id, chat_id=group.id, text="two")
            assert (edited.text, edited.message_id, edited.success) == ("two", message.id, True)
            assert edited.edited_timestamp is not None
            assert arrived(fake) == ["messages.update", "messages.retrieve"]
            # Only the markup changes: the old message shows that the response is old.
            edited = yield beeper.messages.update(edited, chat_id=group.id, text="*two*")
            assert edited.text != "two"
            assert arrived(fake) == ["messages.update", "messages.retrieve"]
        edited = yield beeper.messages.update(edited, chat_id=group.id, text="three")
        assert (edited.text, arrived(fake)) == ("three", ["messages.update"])

    play(kind, fake, story)


def test_an_edit_that_cannot_be_read_again_was_made_all_the_same(
    kind: Kind, fake: FakeBeeper, group: models.Chat
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        with fake.quirk("stale_edit"), fake.fail("messages.retrieve", status=500):
            edited = yield beeper.messages.update(message, chat_id=group.id, text="two")
        assert edited.text == "one"
        assert (yield beeper.messages.retrieve(message, chat_id=group.id)).text == "two"

    play(kind, fake, story)


def test_an_edit_that_the_network_would_drop_silently_is_not_sent(
    kind: Kind, fake: FakeBeeper, group: models.Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def story(beeper: Any) -> Story:
        message = yield from sent(fake, beeper, group, text="one")
        advance(fake, monkeypatch, timedelta(hours=1).total_seconds())
        with fake.quirk("edit_too_late", optional=True) as quirk, pytest.raises(errors.NetworkLimit):
            yield beeper.messages.update(message, chat_id=group, text="two")
        assert quirk.hits == 0

    play(kind, fake, story)


def test_an_older_app_returns_ids_only() -> None:
    with FakeBeeper(version="4.2.557") as older:

        def story(beeper: Any) -> Story:
            target = older.world.chats()[0]["id"]
            message = yield from sent(older, beeper, target, text="one")
            result = yield beeper.messages.update(message, chat_id=target, text="two")
            assert type(result).__name__ == "LegacyMessageUpdateResult"
            assert arrived(older) == ["messages.update"]

        play("sync", older, story)
