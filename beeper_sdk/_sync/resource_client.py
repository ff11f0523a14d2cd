# @generated


from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .._core.util.override import override
from .base_client import BaseClient

if TYPE_CHECKING:
    from datetime import tzinfo

    from .._core.generated import models
    from .._core.text.transcript import TranscriptFormat
    from .._core.times import When
    from .resources.accounts import Accounts
    from .resources.assets import Assets
    from .resources.attachments import Attachments
    from .resources.chats import Chats
    from .resources.messages import Messages
    from .resources.people import People


class ResourceClient(BaseClient):
    """A client with the groups of operations; each is created when it is first used."""

    @property
    @override
    def accounts(self) -> Accounts:
        """The connected accounts: list and retrieve them, their contacts, and your user on each."""
        if self._accounts is None:
            from .resources.accounts import Accounts

            self._accounts = Accounts(self._engine)
        return self._accounts

    @property
    @override
    def chats(self) -> Chats:
        """Chats: list, find, search, create and change them, their participants and reminders."""
        if self._chats is None:
            from .resources.chats import Chats

            self._chats = Chats(self._engine)
        return self._chats

    @property
    @override
    def messages(self) -> Messages:
        """Messages: list, search, send, edit and delete them, and check whether a send succeeded."""
        if self._messages is None:
            from .resources.messages import Messages

            self._messages = Messages(self._engine)
        return self._messages

    @property
    def people(self) -> People:
        """People: find a person by name, handle, phone number or ID, and get display names."""
        if self._people is None:
            from .resources.people import People

            self._people = People(self._engine)
        return self._people

    @property
    @override
    def assets(self) -> Assets:
        """Media files: download, stream and upload them."""
        if self._assets is None:
            from .resources.assets import Assets

            self._assets = Assets(self._engine)
        return self._assets

    @property
    def attachments(self) -> Attachments:
        """The files of messages: save, read and open them."""
        if self._attachments is None:
            from .resources.attachments import Attachments

            self._attachments = Attachments(self._engine)
        return self._attachments

    def transcript(
        self,
        chat: str | models.Chat,
        *,
        last: int | None = None,
        since: When | None = None,
        ids: bool = False,
        gaps: timedelta | None = timedelta(hours=3),
        format: TranscriptFormat = "text",  # noqa: A002
        max_chars: int | None = None,
        tz: tzinfo | None = None,
    ) -> str:
        """A conversation as a text, for people and for language models: names, dates, replies, reactions, files.

        ```python
        print(beeper.transcript(chat, last=20))
        ```

        Every line that begins at the margin was written by the SDK, so that no message can pass for one of somebody
        else: further lines of a text are indented by six spaces, notes about a message (what it replies to, and its
        reactions) by two. In Markdown, each message is an item of a list, and notes are items marked by ``*``, where
        lists of a text have ``-``. Notices are lines with ``*`` in place of a name; hidden messages are left out. Your
        own messages have your name, which a line below the title repeats; ``You`` if it is not known. People with equal
        names are numbered. A title that looks like another line is quoted.

        Requests: one for the ID of a chat, the pages of messages, one for each message that is replied to and is not
        among them (20 at most). Names that neither the chat nor a message has are looked up as by
        `people.display_name`, once per client.

        Args:
            chat: A chat or its ID. Of a merged chat, the messages of all members.
            last: Number of messages, 50 if ``since`` is not given either.
            since: All messages of this time or later, as in `messages.list`.
            ids: Include the IDs of messages: ``[1343993]``; in a merged chat ``[chat ID message ID]``.
            gaps: The time between two messages from which on a line such as "3 hours later" is shown; None for no such
                lines.
            format: ``text``, which is safe to print on a terminal, or ``markdown``.
            max_chars: Maximum length of the result, at least 200. The newest messages are kept; a line says how many
                are left out. A message is cut only if it is longer than that alone.
            tz: The time zone of dates and times; that of this machine if omitted.

        Raises:
            TypeError, ValueError: an argument is invalid; nothing was sent.
            NotFoundError: there is no such chat.
        """
        from .._core.text.transcript import transcript_options
        from .transcript import TranscriptReader

        options = transcript_options(ids=ids, gaps=gaps, format=format, max_chars=max_chars, tz=tz)
        return TranscriptReader(self._engine, options, last, since).text(chat)
