"""What calls give, as type checkers see it. Checked, never run."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, assert_type

from beeper_sdk import Beeper, Response, api, models
from beeper_sdk.guards import WritePolicy
from beeper_sdk.types import Accounts, Chats, Guard, Headers, Pager, Person, Roster, SearchPager, Stream, TokenSource


def values(beeper: Beeper) -> None:
    chat = beeper.chats.retrieve("c", max_participant_count=50)
    assert_type(chat, models.Chat)
    assert_type(chat.title, str | None)
    assert_type(chat.id, str)
    assert_type(beeper.accounts.list(), list[models.Account])
    assert_type(beeper.chats.reminders.delete("c"), None)
    assert_type(beeper.messages.send("c", text="hi"), models.MessageSendResult)
    assert_type(beeper.messages.retrieve("m", chat_id="c").timestamp, datetime)
    assert_type(beeper.chats.messages.reactions.add("m", chat_id="c", reaction_key="+"), models.ReactionAddResult)
    assert_type(beeper.v0.get_accounts(), list[models.V0Account])


def null_and_absent_differ(beeper: Beeper) -> None:
    assert_type(beeper.chats.update("c", title=None), models.Chat)
    assert_type(beeper.chats.update("c", title="Dinner"), models.Chat)


def lists_may_be_any_collection_and_hold_objects(
    beeper: Beeper, chats: list[models.Chat], by_id: dict[str, int]
) -> None:
    beeper.chats.list(account_ids=["a"])
    beeper.chats.list(account_ids=("a",))
    beeper.chats.list(account_ids={"a"})
    beeper.chats.list(account_ids=by_id.keys())
    beeper.chats.list(account_ids=by_id)
    beeper.messages.search(chat_ids=chats)
    beeper.messages.search(chat_ids=["c", chats[0]])
    beeper.people.find("Alice", account=("a", "b"))
    WritePolicy(chats=chats, accounts={"a"})
    WritePolicy(chats=["c", chats[0]])


def objects_are_accepted_for_their_ids(beeper: Beeper, chat: models.Chat, message: models.Message) -> None:
    beeper.messages.send(chat, text="hi", reply_to_message_id=message)
    beeper.messages.retrieve(message, chat_id=chat)
    beeper.chats.mark_read(chat, message_id=message)
    beeper.focus(chat_id=chat, message_id=message)


def files(beeper: Beeper, path: Path, opened: IO[bytes]) -> None:
    for file in (path, "photo.png", b"x", bytearray(b"x"), memoryview(b"x"), opened):
        beeper.assets.upload(file=file)
        beeper.assets.upload(file=("photo.png", file))
        beeper.assets.upload(file=("photo.png", file, "image/png"))
    upload = beeper.assets.upload(file=path)
    beeper.messages.send("c", attachment={"upload_id": upload, "type": "image", "size": {"width": 1, "height": 1}})
    beeper.messages.send("c", attachment=models.MessageAttachmentInput(upload_id=upload))
    beeper.messages.send("c", attachment=upload, file_type="gif")
    beeper.messages.send("c", text="x", file=path, file_type="voice-note", duration=2, progress=print)
    assert_type(models.MessageAttachmentInput(upload_id="u").upload_id, str)


def models_and_mappings_are_arguments(beeper: Beeper, when: datetime) -> None:
    beeper.chats.search(last_activity_after=date(2026, 12, 24))
    beeper.chats.reminders.create("c", reminder={"remind_at": when})
    beeper.chats.reminders.create("c", reminder=models.ReminderInput(remind_at=when))
    beeper.chats.start(account_id="a", user={"id": "@alice:beeper.local"})


def people(beeper: Beeper, message: models.Message) -> None:
    assert_type(beeper.me("a"), models.User)
    assert_type(beeper.accounts.selves(), dict[str, models.User])
    assert_type(beeper.chats.self_user("c"), models.User)
    assert_type(beeper.messages.is_mine(message), bool | None)
    assert_type(beeper.people.find("Alice"), Person)
    assert_type(beeper.people.display_name(message), str)
    assert_type(beeper.chats.participants("c").collect(), list[models.Participant])
    assert_type(beeper.chats.participants("c").admins().first(), models.Participant | None)
    for person in beeper.chats.participants("c").everyone_but_me():
        assert_type(person, models.Participant)


def dates(beeper: Beeper, chat: models.Chat) -> None:
    assert_type(beeper.chats.remind("c", at=timedelta(hours=1)), datetime)
    assert_type(beeper.chats.remind(chat, at="2026-12-24 18:00"), datetime)
    assert_type(beeper.chats.expiry(chat), timedelta | None)
    assert_type(beeper.chats.set_expiry(chat, after=None), models.Chat)


def a_chat_stays_of_its_class(beeper: Beeper, chat: models.ChatWithPreview) -> None:
    assert_type(beeper.chats.complete(chat), models.ChatWithPreview)
    assert_type(beeper.chats.complete("c"), models.Chat)


def low_level(beeper: Beeper) -> None:
    answer = beeper.raw(api.chats.retrieve("c"))
    assert_type(answer, Response[models.Chat])
    assert_type(answer.value, models.Chat)
    assert_type(answer.status, int)
    assert_type(answer.server_version, str | None)
    assert_type(beeper.raw(api.chats.reminders.delete("c")).value, None)
    beeper.request("GET", "/v1/new", effect="read")
    with beeper.stream(api.assets.serve(url="mxc://beeper.local/a")) as file:
        for piece in file.iter_bytes():
            assert_type(piece, bytes)


def what_is_given_can_be_named(beeper: Beeper) -> None:
    accounts: Accounts = beeper.accounts
    chats: Chats = beeper.chats
    listed: Pager[models.ChatWithPreview] = chats.list()
    assert_type(chats.participants("c"), Roster)
    assert_type(beeper.messages.search(query="x"), SearchPager)
    with beeper.stream(api.assets.serve(url="mxc://x/y")) as stream:
        assert_type(stream, Stream)
    print(accounts, listed)


def what_is_taken_can_be_named(source: TokenSource, headers: Headers, guard: Guard) -> Beeper:
    return Beeper(source, headers=headers, guard=guard)
