# @generated


from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

from ..._core.concurrency.primitives import call_blocking
from ..._core.files.data_urls import read_data_url
from ..._core.files.failures import SERVING, call_info, is_unavailable, lacks_route, reason, serving_info
from ..._core.files.local_files import local_path, open_regular
from ..._core.files.sources import SERVED
from ..._core.generated import api
from ..._core.util.urls import is_loopback
from ..._core.util.validation import string
from ...errors import APIError, AssetIncomplete, AssetUnavailable, NotFoundError, NotSupportedByServer
from .local_file import LocalFile
from .served_file import ServedFile

if TYPE_CHECKING:
    from ..._core.files.sources import FileSource, FileUrl
    from ...errors._context import CallInfo
    from ..engine.sender import RequestSender

_VERSION = ".".join(map(str, SERVING))


class OpenFile(Protocol):
    info: CallInfo
    media_type: str | None

    @property
    def size(self) -> int | None: ...

    def next(self) -> bytes: ...

    def close(self) -> None: ...


def open_file(engine: RequestSender, source: FileSource) -> OpenFile:
    reasons: list[str] = []
    cause: APIError | None = None
    for place in source.urls:
        try:
            return _Opener(engine, place, source.size).open()
        except APIError as error:
            if not is_unavailable(error):
                raise
            reasons.append(f"{place.label}: {reason(error, place.scheme)}")
            cause = error
    info = serving_info() if cause is None else cause.call
    raise AssetUnavailable(info, (*reasons, *source.notes) or ("the attachment has no URL",)) from cause


class _Opener:
    def __init__(self, engine: RequestSender, place: FileUrl, stated: int | None) -> None:
        self._engine = engine
        self._url, self._scheme, self._stated = place.url, place.scheme, stated

    def open(self) -> OpenFile:
        if self._scheme == "data":
            return self._from_url()
        if self._scheme not in SERVED or not self._may_serve:
            return self._downloaded(serves=self._may_serve)
        try:
            return self._served(self._url)
        except NotSupportedByServer:
            return self._downloaded(serves=False)
        except NotFoundError as error:
            if not lacks_route(error):
                raise
            return self._downloaded(serves=False)

    @property
    def _may_serve(self) -> bool:
        version = self._engine.state.server.effective
        return version is None or version >= SERVING

    def _from_url(self) -> OpenFile:
        info = serving_info()
        try:
            file = read_data_url(self._url)
        except ValueError as error:
            raise AssetUnavailable(info, (str(error),)) from None
        self._check_size(len(file.content), info)
        return LocalFile(BytesIO(file.content), len(file.content), info, file.media_type)

    def _check_size(self, size: int, info: CallInfo) -> None:
        if size < (self._stated or 0) or size == 0 != self._stated:
            problem = "the rest is missing" if size else "the file is empty"
            raise AssetIncomplete(info, size, self._stated, problem)

    def _served(self, url: str) -> OpenFile:
        file = ServedFile(self._engine, url, self._stated)
        try:
            file.open()
        except BaseException:
            file.close()
            raise
        return file

    def _downloaded(self, *, serves: bool) -> OpenFile:
        request = api.assets.download(url=self._url)
        if not serves and not is_loopback(self._engine.settings.base_url):
            has = self._engine.state.server.has
            raise NotSupportedByServer(call_info(request), _VERSION, has, "for a file on the disk of another machine")
        if self._scheme == "file" and not serves:
            with suppress(AssetUnavailable):  # it may be on another disk, and the app may have it
                return self._local(self._url, call_info(request))
        result = self._engine.send(request)
        url = string(result.src_url) or ""
        if result.error and not url:
            raise AssetUnavailable(call_info(request), ("the app could not download it",))
        if serves and url.startswith("file:"):
            return self._served(url)
        return self._local(url, call_info(request))

    def _local(self, url: str, info: CallInfo) -> OpenFile:
        path = local_path(url) if url.startswith("file:") else None
        if path is None:
            raise AssetUnavailable(info, ("the app named no file of this machine",))
        try:
            file, size = call_blocking(open_regular, path)
        except OSError as error:
            raise AssetUnavailable(info, (f"the file of the app cannot be read ({_name(error)})",)) from None
        local = LocalFile(file, size, info)
        try:
            if size and self._stated not in (None, size):
                raise AssetUnavailable(info, (f"the file of the app has {size} bytes, not {self._stated}",))
            self._check_size(size, info)
        except APIError:
            local.close()
            raise
        return local


def _name(error: OSError) -> str:
    import errno

    return errno.errorcode.get(error.errno or 0, type(error).__name__)
