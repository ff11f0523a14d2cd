"""Messages: the generated operations, whether a message is one's own, and what became of a send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .message_search import AsyncSearch

if TYPE_CHECKING:
    from ..._core.delivery.results import Delivery, Pending, Sent
    from ..._core.generated import models
    from ...errors import DeliveryUncertain


class AsyncMessages(AsyncSearch):
    """Messages: list, search, send, change; which are your own, and what became of those you sent."""

    __slots__ = ()

    async def is_mine(self, message: models.Message) -> bool | None:
        """Is a message your own? None when that cannot be known.

        A message that says so itself (``is_sender``) takes no request; nor does one whose sender this client has
        come to know, from chats that mark you and from messages of yours. Else the accounts are listed, once per
        client. Some bridges do not say who sent a message, and an account's user may have another id than your
        messages there: `beeper.chats.self_user(chat)` finds out more, and the client remembers.
        """
        from ..people.self_lookup import AsyncSelfLookup

        return await AsyncSelfLookup(self._engine).is_mine(message)

    async def check(
        self,
        error: DeliveryUncertain,
        *,
        chat_id: str | None = None,
        text: str | None = None,
        upload_id: str | None = None,
    ) -> Delivery:
        """Did a call that ended in DeliveryUncertain happen all the same? Mostly one request.

        For a send the chat is read back to before the attempt. A message counts that is your own, not older than the
        attempt, and has the same text (but for markup), file and reply. A merged chat's members are read in its
        place. For a reaction its message is read. Of other calls nothing shows: ``unknown``.

        The same text may be in the chat for another reason: a person who writes it in the app at the same time cannot
        be told from you. Other sends of this client are told apart by counting, those of other programs cannot be.

        Args:
            error: What was raised. One that was pickled no longer knows what was sent.
            chat_id: Chat the message was sent to; needed, and used, where the error does not know it.
            text: Text that was sent, as it was given; likewise.
            upload_id: Upload that was sent; likewise.

        Returns:
            Its ``status`` is ``delivered`` (with the ``message``), ``not-seen`` or ``unknown``; ``reason`` tells why.
            ``not-seen`` says that there is no trace of it now, not that none will come: Beeper may still be at work.

        Raises:
            TypeError, ValueError: an argument does not fit, or is missing.
            APIError: the chat could not be read; nothing is known then.
        """
        from ..delivery.check_and_wait import check

        return await check(self._engine, error, chat_id, text, upload_id)

    async def wait(
        self,
        sent: Pending,
        *,
        text: str | None = None,
        timeout: float = 60.0,  # noqa: ASYNC109  # ends with a value, not in an error
    ) -> Sent:
        """How a send ends. One request where the message is there at once; else it is looked for again and again,
        every tenth of a second at first and every five seconds in the end.

        It is asked for by its pending ID, which apps from 4.2.808 on know. Where that leads nowhere it is looked for
        in the chat, as `check` does, for nothing else links it to its final ID: the client remembers the last 500
        sends for that, in memory only.

        Args:
            sent: What `send` gave.
            text: What was sent, for a send that another client made, or another process.
            timeout: Seconds after which to give up.

        Returns:
            Its ``status`` is ``sent`` (with the ``message``), ``failed`` (with the server's reason as ``code``) or
            ``unknown``. Not every network reports on sends: ``sent`` means that the message has its final ID and no
            failure is reported.

        Raises:
            TypeError, ValueError: an argument does not fit.
            APIStatusError: the server refuses to show messages, as with 401 or 403.
        """
        from ..delivery.check_and_wait import AsyncSendWatcher

        return await AsyncSendWatcher(self._engine, sent, text, timeout).end()
