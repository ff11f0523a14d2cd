"""Opens the file of an attachment at the first of its URLs that has it."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from ..._core.concurrency.primitives import async_call_blocking
from ..._core.files.data_urls import read_data_url
from ..._core.files.failures import SERVING, call_info, is_unavailable, lacks_route, reason, serving_info
from ..._core.files.local_files import local_path, open_regular
from ..._core.files.sources import SERVED
from ..._core.generated import api
from ..._core.util.urls import is_loopback
from ..._core.util.validation import string
from ...errors import APIError, AssetIncomplete, AssetUnavailable, NotFoundError, NotSupportedByServer
from .local_file import AsyncLocalFile
from .served_file import AsyncServedFile

if TYPE_CHECKING:
    from ..._core.files.sources import FileSource, FileUrl
    from ...errors._context import CallInfo
    from ..engine.sender import AsyncRequestSender

_VERSION = ".".join(map(str, SERVING))


class AsyncOpenFile(Protocol):
    """A file that is being received."""

    info: CallInfo
    media_type: str | None

    @property
    def size(self) -> int | None:
        """The size in bytes, as far as it is known."""
        ...

    async def next(self) -> bytes:
        """The next piece; empty at the end. Raises APIError."""
        ...

    async def close(self) -> None:
        """Release the connection."""
        ...


async def open_file(engine: AsyncRequestSender, source: FileSource) -> AsyncOpenFile:
    """Open the file at the first URL that has it. Raises APIError; AssetUnavailable if no URL has it."""
    reasons: list[str] = []
    cause: APIError | None = None
    for place in source.urls:
        try:
            return await _Opener(engine, place, source.size).open()
        except APIError as error:
            if not is_unavailable(error):
                raise
            reasons.append(f"{place.label}: {reason(error, place.scheme)}")
            cause = error
    info = serving_info() if cause is None else cause.call
    raise AssetUnavailable(info, (*reasons, *source.notes) or ("the attachment has no URL",)) from cause


class _Opener:
    """Opens one URL."""

    def __init__(self, engine: AsyncRequestSender, place: FileUrl, stated: int | None) -> None:
        self._engine = engine
        self._url, self._scheme, self._stated = place.url, place.scheme, stated

    async def open(self) -> AsyncOpenFile:
        if self._scheme == "data":
            return self._from_url()
        if self._scheme not in SERVED or not self._may_serve:
            return await self._downloaded(serves=self._may_serve)
        try:
            return await self._served(self._url)
        except NotSupportedByServer:
            return await self._downloaded(serves=False)
        except NotFoundError as error:
            if not lacks_route(error):
                raise
            return await self._downloaded(serves=False)

    @property
    def _may_serve(self) -> bool:
        """Whether the app can send files, as far as it is known."""
        version = self._engine.state.server.effective
        return version is None or version >= SERVING

    def _from_url(self) -> AsyncOpenFile:
        info = serving_info()
        try:
            file = read_data_url(self._url)
        except ValueError as error:
            raise AssetUnavailable(info, (str(error),)) from None
        self._check_size(len(file.content), info)
        return AsyncLocalFile(BytesIO(file.content), len(file.content), info, file.media_type)

    def _check_size(self, size: int, info: CallInfo) -> None:
        """Raise AssetIncomplete for a file that is empty, or shorter than the message states."""
        if size < (self._stated or 0) or size == 0 != self._stated:
            problem = "the rest is missing" if size else "the file is empty"
            raise AssetIncomplete(info, size, self._stated, problem)

    async def _served(self, url: str) -> AsyncOpenFile:
        file = AsyncServedFile(self._engine, url, self._stated)
        try:
            await file.open()
        except BaseException:
            await file.close()
            raise
        return file

    async def _downloaded(self, *, serves: bool) -> AsyncOpenFile:
        """Let the app download the file to its disk; read it there if the app cannot send it."""
        request = api.assets.download(url=self._url)
        if not serves and not is_loopback(self._engine.settings.base_url):
            has = self._engine.state.server.has
            raise NotSupportedByServer(call_info(request), _VERSION, has, "for a file on the disk of another machine")
        if self._scheme == "file" and not serves:
            with suppress(AssetUnavailable):  # it may be on another disk, and the app may have it
                return await self._local(self._url, call_info(request))
        result = await self._engine.send(request)
        url = string(result.src_url) or ""
        if result.error and not url:
            raise AssetUnavailable(call_info(request), ("the app could not download it",))
        if serves and url.startswith("file:"):
            return await self._served(url)
        return await self._local(url, call_info(request))

    async def _local(self, url: str, info: CallInfo) -> AsyncOpenFile:
        path = local_path(url) if url.startswith("file:") else None
        if path is None:
            raise AssetUnavailable(info, ("the app named no file of this machine",))
        try:
            file, size = await async_call_blocking(open_regular, path)
        except OSError as error:
            raise AssetUnavailable(info, (f"the file of the app cannot be read ({_name(error)})",)) from None
        local = AsyncLocalFile(file, size, info)
        try:
            if size and self._stated not in (None, size):
                raise AssetUnavailable(info, (f"the file of the app has {size} bytes, not {self._stated}",))
            self._check_size(size, info)
        except APIError:
            await local.close()
            raise
        return local


def _name(error: OSError) -> str:
    import errno

    return errno.errorcode.get(error.errno or 0, type(error).__name__)
