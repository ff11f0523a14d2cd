# @generated


from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..._core.util.override import override
from ..._core.util.validation import check_count, check_flags, wrong_type

if TYPE_CHECKING:
    import os
    from collections.abc import Generator
    from pathlib import Path

    from ..._core.files.progress import Progress
    from ..._core.generated import models
    from ..engine.sender import RequestSender
    from ..files.stream import AttachmentStream

MAX_READ = 100_000_000
"""Default of the size that `read` accepts, in bytes."""


class Attachments:
    """The files of messages: save, read and open them.

    A file is given as an attachment, as a message with one attachment, or as a URL such as the picture of a user:
    ``mxc://``, ``localmxc://``, ``file://``, ``asset://`` or ``data:``. Of an attachment, ``id`` is tried first, then
    ``src_url``. If the connection is lost, the rest of the file is requested; a file of which a part is missing is an
    error. Apps before 4.2.509 cannot send files: the app must run on this machine, and its file is read.

    The app downloads a file from its network before it responds, if it does not have it. For large files, that may take
    longer than the timeout of the client: ``beeper.with_options(timeout=300).attachments``.
    """

    __slots__ = ("_engine",)

    def __init__(self, engine: RequestSender) -> None:
        self._engine = engine

    def save(
        self,
        attachment: models.Attachment | models.Message | str,
        to: str | os.PathLike[str],
        *,
        name: str | None = None,
        overwrite: bool = False,
        progress: Progress | None = None,
    ) -> Path:
        """Save the file of an attachment to a folder, and return the path of the file.

        ```python
        path = beeper.attachments.save(message, "downloads")
        ```

        The file gets its name when it is complete. An error or a cancellation before that leaves nothing behind. A name
        that the server states never leaves the folder, and is changed where an operating system does not allow it; the
        extension is added if it is missing.

        Args:
            attachment: An attachment, a message with one attachment, or a URL of a file.
            to: The folder, which is created if it does not exist.
            name: The name of the file in this folder. Default: the name that the attachment states.
            overwrite: Replace an existing file of this name. By default, a number is added to the name: ``a (1).jpg``.
            progress: Called after each piece with the number of received bytes, and the total or None. An exception
                ends the transfer.

        Raises:
            AssetUnavailable: the file is not available, and trying again does not help.
            AssetIncomplete: a part of the file is missing.
            NotSupportedByServer: the app is older than 4.2.509 and runs on another machine.
            APIError: a request failed.
            ValueError, TypeError: an argument is invalid; nothing was sent.
            OSError: the file cannot be written.
        """
        from ..._core.files.names import check_folder, check_name
        from ..files.saving import save_stream

        folder = check_folder(to)
        if name is not None:
            check_name(name)
        check_flags(overwrite=overwrite)
        if progress is not None and not callable(progress):
            raise wrong_type("progress", "a function or None", progress)
        with self.open(attachment) as stream:
            return save_stream(stream, folder, name or stream.name, progress, overwrite=overwrite)

    def read(self, attachment: models.Attachment | models.Message | str, *, max_bytes: int | None = MAX_READ) -> bytes:
        """The content of the file of an attachment.

        Args:
            attachment: An attachment, a message with one attachment, or a URL of a file.
            max_bytes: Maximum size in bytes; None for no limit. It is checked while reading, since the size that the
                message states may be wrong.

        Raises:
            AssetUnavailable: the file is not available, and trying again does not help.
            AssetIncomplete: a part of the file is missing.
            ResponseTooLarge: the file is larger than ``max_bytes``.
            NotSupportedByServer: the app is older than 4.2.509 and runs on another machine.
            APIError: a request failed.
            ValueError, TypeError: an argument is invalid; nothing was sent.
        """
        from ..files.saving import read_stream

        if max_bytes is not None:
            check_count("max_bytes", max_bytes)
        with self.open(attachment) as stream:
            return read_stream(stream, max_bytes)

    @contextmanager
    def open(self, attachment: models.Attachment | models.Message | str) -> Generator[AttachmentStream]:
        """Read the file of an attachment in pieces: ``with beeper.attachments.open(attachment) as file: ...``.

        The file has `name`, `media_type`, `size` and `iter_bytes()`. The beginning of the file was received before the
        block starts.

        Args:
            attachment: An attachment, a message with one attachment, or a URL of a file.

        Raises:
            AssetUnavailable: the file is not available, and trying again does not help.
            AssetIncomplete: the file is empty, or a part of it is missing.
            NotSupportedByServer: the app is older than 4.2.509 and runs on another machine.
            APIError: a request failed.
            ValueError, TypeError: an argument is invalid; nothing was sent.
        """
        from ..._core.files.sources import find_source
        from ..files.stream import open_stream

        stream = open_stream(self._engine, find_source(attachment))
        try:
            yield stream
        finally:
            stream.close()

    @override
    def __repr__(self) -> str:
        from ..._core.generated import display

        return display.resource_text(self, self._engine)
