"""The requests that a fake server received, as tests see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

from ..._core.util.override import override
from ..._core.util.validation import check_count
from ..wire.requests import check_operation
from .assertions import Expected, failure, received
from .log import RequestLog
from .request import RecordedRequest


class RequestList(list[RecordedRequest]):
    """Recorded requests, oldest first."""

    def __init__(self, requests: Iterable[RecordedRequest] = (), _otherwise: str = "there are no requests") -> None:
        super().__init__(requests)
        self._otherwise = _otherwise

    @property
    def last(self) -> RecordedRequest:
        """The newest request.

        Raises:
            IndexError: There is none. The message says which requests were received.
        """
        if not self:
            raise IndexError(self._otherwise)
        return self[-1]


class Requests:
    """The requests that a fake server received, oldest first. Safe to read while the server runs.

    The newest 100,000 are kept, and of their bodies the newest 64 MiB, each of 1 MiB at most.
    """

    def __init__(self, _log: RequestLog | None = None) -> None:
        self._log = RequestLog() if _log is None else _log

    @property
    def last(self) -> RecordedRequest:
        """The newest request.

        Raises:
            IndexError: No request was received.
        """
        return RequestList(self._log.copy(), "no request was received").last

    @property
    def dropped(self) -> int:
        """How many requests are no longer recorded, because more than 100,000 were received since `clear`."""
        return self._log.dropped

    def repeated(self) -> list[RecordedRequest]:
        """Requests that were repeated although they must not be: non-idempotent ones that were received before.

        In a test that uses this, the text of every message must be unique.
        """
        seen: set[str] = set()
        found: list[RecordedRequest] = []
        for request in self._log.copy():
            if request.effect == "once" and request.fingerprint in seen:
                found.append(request)
            seen |= {request.fingerprint} - {""}
        return found

    def of(self, operation: str) -> RequestList:
        """The requests of one operation, by its name (``chats.list``) or operationId (``chats_list``).

        Args:
            operation: The operation, e.g. ``messages.send``.

        Raises:
            ValueError, TypeError: There is no such operation. The message suggests similar names.
        """
        name, everything = check_operation(operation), self._log.copy()
        found = [request for request in everything if request.operation == name]
        return RequestList(found, f"no request of {name} was received; {received(everything)}")

    def assert_called(
        self,
        operation: str,
        *,
        times: int | None = None,
        json: object = None,
        params: Mapping[str, str | Sequence[str]] | None = None,
        path_params: Mapping[str, str] | None = None,
        form: Mapping[str, str | bytes | Sequence[str | bytes]] | None = None,
    ) -> RequestList:
        """Assert that an operation was called with these arguments. What is omitted is not compared.

        Args:
            operation: The operation, e.g. ``messages.send``.
            times: How many such requests were received; one or more if omitted.
            json: What the JSON body contains. Objects may have other members as well, at every level; arrays must have
                the same length; other values must be equal. `unittest.mock.ANY` equals everything.
            params: Parameters that the query contains: a string, or a list if a parameter is repeated.
            path_params: Arguments in the path, e.g. ``{"chatID": chat_id}``.
            form: Fields that the form contains: a string, bytes for a file, or a list if a field is repeated.

        Returns:
            The requests that match.

        Raises:
            AssertionError: They were not received, or not as often. The message shows the most similar requests that
                were received, and in what they differ.
            ValueError, TypeError: An argument is invalid. The message suggests similar names of operations.
        """
        __tracebackhide__ = True
        if times is not None:
            check_count("times", times)
        return self._assert(check_operation(operation), times, Expected(json, params, path_params, form))

    def assert_not_called(
        self,
        operation: str,
        *,
        json: object = None,
        params: Mapping[str, str | Sequence[str]] | None = None,
        path_params: Mapping[str, str] | None = None,
        form: Mapping[str, str | bytes | Sequence[str | bytes]] | None = None,
    ) -> None:
        """Assert that no request of an operation was received, or none with these arguments (see `assert_called`).

        Args:
            operation: The operation, e.g. ``messages.send``.
            json: As in `assert_called`.
            params: As in `assert_called`.
            path_params: As in `assert_called`.
            form: As in `assert_called`.

        Raises:
            AssertionError: Such requests were received, or requests or their bodies were dropped, so that it is not
                known.
            ValueError, TypeError: An argument is invalid. The message suggests similar names of operations.
        """
        __tracebackhide__ = True
        self._assert(check_operation(operation), 0, Expected(json, params, path_params, form))

    def _assert(self, operation: str, times: int | None, expected: Expected) -> RequestList:
        __tracebackhide__ = True
        expected.check(operation)
        everything = self._log.copy()
        candidates = [request for request in everything if request.operation == operation]
        matching = [request for request in candidates if not expected.differences(request)]
        if times is not None and (lost := sum(map(expected.is_unknown, candidates))):
            raise AssertionError(
                f"it is not known how many requests of {operation}{expected} were received: the bodies of {lost} "
                "were too large to be kept, or had to make room for later ones"
            )
        if len(matching) == times or (times is None and matching):
            if times is not None and self.dropped:
                raise AssertionError(
                    f"it is not known how many requests of {operation} were received, as {self.dropped} older requests "
                    "were dropped; call requests.clear() before the part of the test that is checked"
                )
            return RequestList(matching)
        raise AssertionError(failure(operation, times, expected, matching, everything))

    def clear(self) -> None:
        """Remove all requests, to count anew."""
        self._log.clear()

    @overload
    def __getitem__(self, index: int) -> RecordedRequest: ...
    @overload
    def __getitem__(self, index: slice) -> list[RecordedRequest]: ...
    def __getitem__(self, index: int | slice) -> RecordedRequest | list[RecordedRequest]:
        return self._log.copy()[index]

    def __len__(self) -> int:
        return len(self._log.copy())

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(self._log.copy())

    @override
    def __repr__(self) -> str:
        return f"<Requests, {len(self)} received>"
