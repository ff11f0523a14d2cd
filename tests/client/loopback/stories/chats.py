"""Chats: finding them, changing every part of their state, opening new ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from beeper_sdk import errors, models
from beeper_sdk.testing import FakeBeeper
from tests.client.loopback.helpers import Call, Story
from tests.testing.known_chats import BOB, IMESSAGE, INSTAGRAM, MERGED, SIGNAL, chat, group, message


def finding(fake_beeper: FakeBeeper) -> Story:
    known = {item["id"]: item for item in fake_beeper.world.chats()}
    listed = yield Call("chats.list", limit=7)
    assert {item.id for item in listed} == {key for key, item in known.items() if "mergedIntoChatID" not in item}
    times = [item.last_activity for item in listed if item.last_activity is not None]
    assert times == sorted(times, reverse=True)
    previewed = next(item for item in listed if item.title == "Hiking 🥾 & Beyond")
    assert previewed.preview.id == message(fake_beeper, previewed.id)["id"]

    hiking = yield Call("chats.search", query="hiking beyond", type="group", account_ids=[known[BOB]["accountID"]])
    assert [item.title for item in hiking] == ["Hiking 🥾 & Beyond"]
    archived = yield Call("chats.search", inbox="archive")
    assert {item.id for item in archived} == {key for key, item in known.items() if item["isArchived"]}
    later = datetime.now(UTC) + timedelta(days=3650)
    assert (yield Call("chats.search", last_activity_after=later)) == []
    member = known[BOB]["participants"]["items"][0]["fullName"]
    with_bob = yield Call("chats.search", query=member, scope="participants", include_muted=False, limit=2)
    assert len(with_bob) > 2
    assert all(not item.is_muted for item in with_bob)


def sorted_out(_: FakeBeeper) -> Story:
    merged = yield Call("chats.retrieve", MERGED)
    assert merged.merge.chat_ids[0] == BOB
    labels = yield Call("labels.list")
    assert [label.name for label in labels] == ["Family", "Later", "Work 💼"]
    labelled = yield Call("chats.search", label_id=labels[0].id)
    assert labelled
    assert all(labels[0] in item.labels for item in labelled)


def state(fake_beeper: FakeBeeper) -> Story:
    chat_id = group(fake_beeper)["id"]
    changed = yield Call("chats.update", chat_id, title="Hikers 🦊", description="Ours", is_muted=True, is_pinned=True,
                         is_low_priority=True, message_expiry_seconds=86_400, img_url="/pictures/us.png",
                         draft={"text": "**soon**"})  # fmt: skip
    seen = yield Call("chats.retrieve", chat_id, max_participant_count=100)
    assert seen == changed
    assert (seen.title, seen.description, seen.img_url) == ("Hikers 🦊", "Ours", "/pictures/us.png")
    assert (seen.is_muted, seen.is_pinned, seen.is_low_priority) == (True, True, True)
    assert seen.message_expiry_seconds == 86_400
    assert seen.draft.text == "<strong>soon</strong>"
    with pytest.raises(errors.ConflictError):
        yield Call("chats.update", chat_id, draft=models.ChatDraftInput(text="another"))
    yield Call("chats.update", chat_id, title=None, draft=None, description=None, is_low_priority=False)
    seen = yield Call("chats.retrieve", chat_id)
    assert (seen.draft, seen.description, seen.is_muted, seen.is_low_priority) == (None, None, True, False)
    assert seen.title != "Hikers 🦊"
    with pytest.raises(errors.BadRequestError):
        yield Call("chats.update", chat_id, message_expiry_seconds=60)

    yield Call("chats.archive", BOB)
    assert BOB in {item.id for item in (yield Call("chats.search", inbox="archive", merged_members=True))}
    yield Call("chats.archive", BOB, archived=False)
    assert BOB not in {item.id for item in (yield Call("chats.search", inbox="archive", merged_members=True))}


def reading(fake_beeper: FakeBeeper) -> Story:
    for text in ("one", "two", "three"):
        fake_beeper.world.receive(BOB, text)
    before = (yield Call("chats.retrieve", BOB)).unread_count
    assert before >= 3
    newest = yield Call("messages.list", BOB)
    read = yield Call("chats.mark_read", BOB, message_id=newest[1].id)
    assert read.unread_count == 1
    seen = yield Call("chats.retrieve", BOB)
    assert (seen.unread_count, seen.last_read_message_sort_key) == (1, newest[1].sort_key)
    assert (yield Call("messages.retrieve", newest[0].id, chat_id=BOB)).is_unread
    yield Call("chats.mark_read", BOB)
    assert (yield Call("chats.retrieve", BOB)).unread_count == 0
    yield Call("chats.mark_unread", BOB, message_id=newest[1].id)
    seen = yield Call("chats.retrieve", BOB)
    assert (seen.unread_count, seen.is_marked_unread) == (2, True)
    assert BOB in {item.id for item in (yield Call("chats.search", unread_only=True, merged_members=True))}

    native = chat(fake_beeper, accountID=IMESSAGE)["id"]
    notified = yield Call("chats.notify_anyway", native)
    assert (yield Call("chats.retrieve", native)) == notified
    with pytest.raises(errors.BadRequestError):
        yield Call("chats.notify_anyway", BOB)


def reminders(fake_beeper: FakeBeeper) -> Story:
    local = datetime(2036, 12, 24, 18, 0)  # noqa: DTZ001 - a naive datetime is local time
    aware = datetime(2036, 12, 24, 18, 0, 0, 250_000, UTC)
    for given, read in ((local, local.astimezone()), (aware, aware), ("2036-12-24T19:00:00.250+01:00", aware)):
        yield Call("chats.reminders.create", BOB, reminder={"remind_at": given, "dismiss_on_incoming_message": False})
        reminder = (yield Call("chats.retrieve", BOB)).reminder
        assert (reminder.remind_at, reminder.dismiss_on_incoming_message) == (read, False)
    yield Call("chats.reminders.delete", BOB)
    assert (yield Call("chats.retrieve", BOB)).reminder is None
    model = models.ReminderInput(remind_at=aware, dismiss_on_incoming_message=True)
    yield Call("chats.reminders.create", BOB, reminder=model)
    fake_beeper.world.receive(BOB, "here I am")
    assert (yield Call("chats.retrieve", BOB)).reminder is None


def reachable(fake_beeper: FakeBeeper) -> Story:
    accounts = yield Call("accounts.list")
    assert [account.account_id for account in accounts] == [own["accountID"] for own in fake_beeper.world.accounts()]
    account = yield Call("accounts.retrieve", SIGNAL)
    assert account in accounts
    contacts = yield Call("accounts.contacts.list", SIGNAL, limit=25)
    assert [who.full_name for who in contacts] == sorted((who.full_name for who in contacts), key=str.casefold)
    assert len(contacts) == 60
    zoe, *_ = yield Call("accounts.contacts.list", SIGNAL, query="zoë")
    matches = yield Call("accounts.contacts.search", SIGNAL, query=zoe.phone_number)
    assert zoe in matches.items


def opening(_: FakeBeeper) -> Story:
    contacts = yield Call("accounts.contacts.list", SIGNAL)
    three = [who.id for who in contacts if not who.cannot_message][:3]
    made = yield Call("chats.create", account_id=SIGNAL, participant_ids=three, type="group", title="Three / 3",
                      message_text="_hello_ all")  # fmt: skip
    assert (made.status, made.id) == ("created", made.chat_id)
    seen = yield Call("chats.retrieve", made.chat_id)
    assert (seen.title, [who.id for who in seen.participants.items][:3]) == ("Three / 3", three)
    assert [row.text for row in (yield Call("messages.list", made.chat_id))] == ["<em>hello</em> all"]
    assert (yield Call("chats.list", limit=1))[0].id == made.chat_id

    person = next(who for who in contacts if not who.cannot_message)
    started = yield Call("chats.start", account_id=SIGNAL, user={"phone_number": person.phone_number})
    again = yield Call("chats.start", account_id=SIGNAL, user=models.StartChatUser(username=person.username),
                       message_text="hi")  # fmt: skip
    assert (again.status, again.chat_id) == ("existing", started.chat_id)
    seen = yield Call("chats.retrieve", started.chat_id)
    assert seen.participants.items[0].id == person.id
    assert (yield Call("messages.list", started.chat_id))[0].text == "hi"
    with pytest.raises(errors.DeliveryUncertain) as caught:  # 404: it was seen to answer what had happened
        yield Call("chats.start", account_id=INSTAGRAM, user={"phone_number": "+999"})
    assert isinstance(caught.value.__cause__, errors.NotFoundError)


STORIES = (finding, sorted_out, state, reading, reminders, reachable, opening)
