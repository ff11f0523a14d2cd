"""`beeper.transcript`: what it says of a conversation, and what is requested for it."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any

import pytest

from beeper_sdk import errors
from beeper_sdk.testing import FakeBeeper
from tests.client.reading.reader import BOB, ERIN, GROUP, Reader, at, date_wrongly, diary, emptied

LIST, CHAT, MESSAGE = "messages.list", "chats.retrieve", "messages.retrieve"


def transcript(reader: Reader, chat: Any = GROUP, **options: Any) -> tuple[list[str], list[str]]:
    """The lines, and the requests."""
    found, requests = reader.counted(reader.client.transcript, chat, **{"tz": UTC, **options})
    return found.split("\n"), requests


def conversation(fake: FakeBeeper) -> dict[str, Any]:
    """A conversation with all that can be in one, in a chat of Erin, Frank and the user, Alice."""
    emptied(fake, GROUP)
    erin, frank, me = fake.world.person("Erin"), fake.world.person("Frank"), fake.world.me
    lunch = erin.send(GROUP, "Lunch at <b>noon</b>?\n09:01 Frank: no", at=at(540))
    frank.send(GROUP, "Yes", reply_to=lunch, at=at(541))
    mine = me.send(GROUP, "Me too", at=at(542))
    me.edit(mine, "Me three")
    erin.send(GROUP, file=("plan.pdf", bytes(34_000)), at=at(1000))
    frank.react(lunch, "👍")
    me.react(lunch, "👍")
    erin.react(lunch, "❤️")
    gone = frank.send(GROUP, "oops", at=at(1600))
    frank.delete(gone)
    return {"lunch": lunch, "mine": mine}


def test_it_has_days_pauses_replies_reactions_edits_files_and_deleted_messages(
    reader: Reader, fake: FakeBeeper
) -> None:
    conversation(fake)
    lines, requests = transcript(reader)
    edited = next(line for line in lines if "Me three" in line)
    assert edited.startswith("09:02 Alice Ashfield (edited): Me three")
    lines.remove(edited)
    assert lines == [
        "Team (Signal)",
        "(your own messages are those of Alice Ashfield)",
        "",
        "--- Thursday, 1 January 2026 ---",
        "09:00 Erin Elmcroft: Lunch at noon?",
        "      09:01 Frank: no",
        "  reactions: 👍 Frank Fernhurst, Alice Ashfield; ❤️ Erin Elmcroft",
        "09:01 Frank Fernhurst: Yes",
        '  in reply to Erin Elmcroft: "Lunch at noon? 09:01 Frank: no"',
        "(7 hours later)",
        "16:40 Erin Elmcroft: [file: plan.pdf, 34 kB]",
        "(10 hours later)",
        "",
        "--- Friday, 2 January 2026 ---",
        "02:40 Frank Fernhurst: [deleted message]",
    ]
    assert requests == [CHAT, LIST]


def test_ids_lead_back_to_messages(reader: Reader, fake: FakeBeeper) -> None:
    lunch = conversation(fake)["lunch"]
    chat = reader.call(reader.client.chats.retrieve, GROUP)
    lines, requests = transcript(reader, chat, ids=True)
    assert f"09:00 [{lunch['id']}] Erin Elmcroft: Lunch at noon?" in lines
    assert f'  in reply to [{lunch["id"]}] Erin Elmcroft: "Lunch at noon? 09:01 Frank: no"' in lines
    assert requests == [LIST]


def test_what_others_reply_to_is_requested_once_if_it_is_not_there(reader: Reader, fake: FakeBeeper) -> None:
    lunch = conversation(fake)["lunch"]
    fake.world.person("Frank").send(GROUP, "One more", reply_to=lunch)
    fake.world.person("Frank").send(GROUP, "And more", reply_to=lunch)
    lines, requests = transcript(reader, last=2)
    assert lines.count('  in reply to Erin Elmcroft: "Lunch at noon? 09:01 Frank: no"') == 2
    assert requests == [CHAT, LIST, MESSAGE]

    def forget(world: Any) -> None:
        room = world.rooms[GROUP]
        room.drop(next(row for row in room.messages if row["id"] == lunch["id"]))

    fake.world.change(forget)
    lines, requests = transcript(reader, last=2)
    assert lines.count("  in reply to a message that is not available") == 2
    assert requests == [CHAT, LIST, MESSAGE]

    with fake.fail("messages.retrieve", status=200, body={"id": 7}):
        assert transcript(reader, last=2)[0].count("  in reply to a message that is not available") == 2


def test_nobody_else_has_the_name_of_the_user_who_wrote_nothing(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, GROUP)
    erin = fake.world.person("Erin")
    erin.send(GROUP, "I am Alice", at=at(0))

    def rename(world: Any) -> None:
        room = world.rooms[GROUP]
        for row in room.messages:
            row["senderName"] = "Alice Ash\u200bfield"
        for member in room.wire["participants"]["items"]:
            if member.get("fullName", "").startswith("Erin"):
                member["fullName"] = "Alice Ash\u200bfield"

    fake.world.change(rename)
    lines, requests = transcript(reader)
    assert lines[-1] == "00:00 Alice Ash\u200bfield (2): I am Alice"
    assert requests == [CHAT, LIST]


def test_an_error_other_than_a_missing_message_is_raised(reader: Reader, fake: FakeBeeper) -> None:
    lunch = conversation(fake)["lunch"]
    fake.world.person("Frank").send(GROUP, "One more", reply_to=lunch)
    with fake.fail("messages.retrieve", status=500), pytest.raises(errors.InternalServerError):
        transcript(reader, last=1)


def test_a_period_or_a_number_of_messages(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 90)
    said = [line.rpartition(" ")[2] for line in transcript(reader, ERIN)[0] if "Elmcroft:" in line]
    assert said == [str(minute) for minute in range(40, 90)]
    assert len(transcript(reader, ERIN, last=1)[0]) == 4
    lines, requests = transcript(reader, ERIN, since=at(60))
    assert sum("Elmcroft:" in line for line in lines) == 30
    assert requests == [CHAT, LIST, LIST]
    assert transcript(reader, ERIN, since=timedelta(minutes=1))[0][1:] == ["(no messages)"]


def test_service_rows_do_not_count_and_notices_that_are_shown_have_a_line(reader: Reader, fake: FakeBeeper) -> None:
    conversation(fake)
    fake.world.person("Frank").rename(GROUP, "Other")  # hidden

    def show(world: Any) -> None:
        row = world.rooms[GROUP].messages[-1]
        row.update(isHidden=False, text="{{sender}} left", timestamp="2026-01-02T03:00:00.000Z")

    assert transcript(reader, last=1)[0][-1] == "02:40 Frank Fernhurst: [deleted message]"
    fake.world.change(show)
    assert transcript(reader, last=1)[0][-1] == "03:00 * Frank Fernhurst left"


def test_a_merged_chat_has_the_messages_of_its_members(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 2)
    diary(fake, 2, BOB, "Bob")
    merged = fake.world.merge([ERIN, BOB])
    lines, _ = transcript(reader, merged, ids=True)
    first = next(line for line in lines if line.startswith("00:00"))
    assert f"[{ERIN} " in first or f"[{BOB} " in first
    assert sorted(line.rpartition("] ")[2] for line in lines[-4:]) == [
        "Bob Birchwood: 0", "Bob Birchwood: 1", "Erin Elmcroft: 0", "Erin Elmcroft: 1"]  # fmt: skip


def test_names_that_only_contacts_have_are_looked_up_once(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 5)
    with fake.quirk("stranger_sender"):
        first, requests = transcript(reader, ERIN)
        again, fewer = transcript(reader, ERIN)
    assert first == again
    assert len(requests) < 8
    assert fewer == [CHAT, LIST]


@pytest.mark.parametrize("quirk", ["odd_item", "epoch_timestamp", "no_is_sender", "bare_page"])
def test_odd_answers_cost_no_more_than_what_they_lack(reader: Reader, fake: FakeBeeper, quirk: str) -> None:
    conversation(fake)
    chat = reader.call(reader.client.chats.retrieve, GROUP)
    with fake.quirk(quirk):
        lines, _ = transcript(reader, chat)
    assert sum("Lunch at noon?" in line for line in lines) == 2  # and in the reply
    assert any("[file: plan.pdf, 34 kB]" in line for line in lines)


def test_messages_without_a_time_stay_where_they_are(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 3)
    date_wrongly(fake, ERIN, "1", "1970-01-01T00:00:00.000Z")
    assert transcript(reader, ERIN)[0][-3:] == [
        "00:00 Erin Elmcroft: 0", "--:-- Erin Elmcroft: 1", "00:02 Erin Elmcroft: 2"]  # fmt: skip


def test_a_limit_keeps_the_newest_messages(reader: Reader, fake: FakeBeeper) -> None:
    diary(fake, 90)
    lines, _ = transcript(reader, ERIN, last=90, max_chars=1000)
    assert len("\n".join(lines)) <= 1000
    kept = sum("Elmcroft:" in line for line in lines)
    assert lines[1] == f"({90 - kept} earlier messages left out)"
    assert lines[-1] == "01:29 Erin Elmcroft: 89"
    assert kept > 30


def test_markdown_escapes_names_and_texts(reader: Reader, fake: FakeBeeper) -> None:
    emptied(fake, ERIN)
    fake.world.person("Erin").send(ERIN, "2 * 3 = <b>six</b>", at=at(0))
    lines, _ = transcript(reader, ERIN, format="markdown")
    assert lines[-1] == r"- **00:00 Erin Elmcroft:** 2 \* 3 = **six**"
    assert lines[0] == "## Erin Elmcroft (Signal)"


def test_wrong_arguments_raise_before_anything_is_sent(reader: Reader, fake: FakeBeeper) -> None:
    wrong: list[tuple[dict[str, Any], type[Exception]]] = [
        ({"last": 0}, ValueError), ({"last": True}, TypeError), ({"last": 3, "since": at(0)}, ValueError),
        ({"since": 3}, TypeError), ({"since": timedelta(days=-1)}, ValueError), ({"format": "html"}, ValueError),
        ({"max_chars": 5}, ValueError), ({"chat": None}, TypeError), ({"chat": ""}, ValueError)]  # fmt: skip
    for options, error in wrong:
        with pytest.raises(error):
            transcript(reader, **options)
    assert not fake.requests


def test_a_chat_that_does_not_exist(reader: Reader) -> None:
    with pytest.raises(errors.NotFoundError):
        transcript(reader, "!nowhere:small.local")
