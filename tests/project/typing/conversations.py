"""Parts of a conversation, as type checkers see them. Checked, never run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import assert_type

from dateutil.relativedelta import relativedelta

from beeper_sdk import AsyncBeeper, Beeper, models
from beeper_sdk.types import Pager, TranscriptFormat


def parts(beeper: Beeper, chat: models.Chat, message: models.Message) -> None:
    assert_type(beeper.messages.last(chat, 3), list[models.Message])
    assert_type(beeper.messages.unread("c"), list[models.Message])
    assert_type(beeper.messages.around(message, before=0), list[models.Message])
    assert_type(beeper.messages.around("m", chat=chat, include_service=False), list[models.Message])
    period: Pager[models.Message] = beeper.messages.list(chat, since=timedelta(days=1), until=datetime.now(UTC))
    assert_type(period.first(), models.Message | None)
    beeper.messages.list("c", since=relativedelta(months=1), until="2026-01-01", include_service=False)
    beeper.messages.list("c", since=5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def transcripts(beeper: Beeper, chat: models.Chat, format: TranscriptFormat) -> None:  # noqa: A002
    assert_type(beeper.transcript(chat, last=5, gaps=None, format=format, tz=UTC), str)
    beeper.transcript("c", format="html")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def asynchronous(beeper: AsyncBeeper, message: models.Message) -> None:
    assert_type(await beeper.messages.last("c"), list[models.Message])
    assert_type(await beeper.messages.around(message), list[models.Message])
    assert_type(await beeper.messages.unread("c"), list[models.Message])
    assert_type(await beeper.transcript("c", since=timedelta(days=1), ids=True, max_chars=4000), str)
