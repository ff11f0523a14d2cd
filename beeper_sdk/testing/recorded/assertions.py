"""Compares recorded requests with what a test expects, and describes those that come closest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..._core.util.override import override
from ..._core.util.validation import is_number, similar_names, wrong_type
from ..wire.json_values import is_list, is_object
from ..wire.spec import operations
from .request import RecordedRequest

_SHOWN = 3
"""Requests that a failure shows."""
_WIDTH = 200
"""Characters of a value that a failure shows."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The arguments that a test expects; None for those that it does not compare."""

    json: object = None
    params: Mapping[str, str | Sequence[str]] | None = None
    path_params: Mapping[str, str] | None = None
    form: Mapping[str, str | bytes | Sequence[str | bytes]] | None = None

    def check(self, operation: str) -> None:
        """Check the arguments for an operation: one that can equal nothing would make ``assert_not_called`` pass.

        Raises:
            ValueError, TypeError: An argument is invalid.
        """
        texts: list[tuple[str, Mapping[str, object]]] = [
            ("params", self.params or {}),
            ("path_params", self.path_params or {}),
            ("form", self.form or {}),
        ]
        for source, values in texts:
            for value in values.values():
                if isinstance(value, bool) or is_number(value):
                    raise wrong_type(f"each value of {source}", "a str", value)
        templates = [each.template for each in operations() if each.name == operation]
        known = [part[1:-1] for template in templates for part in template.split("/") if part.startswith("{")]
        for name in self.path_params or {}:
            if name not in known:
                hint = similar_names(name, known, f"there are {', '.join(known) or 'none'}")
                raise ValueError(f"{operation} has no argument {name!r} in its path; {hint}")

    def is_unknown(self, request: RecordedRequest) -> bool:
        """Whether only the body, which was not kept, says if a request matches."""
        lost = request.body is None and request.fingerprint != ""
        compares = self.json is not None or self.form is not None
        return lost and compares and not replace(self, json=None, form=None).differences(request)

    def differences(self, request: RecordedRequest) -> list[str]:
        """How a request differs; empty if it matches."""
        found: list[str] = []
        for name, expected in self._given():
            try:
                actual: object = getattr(request, name)
            except ValueError as error:
                found.append(f"{name}: {error}")
                continue
            found += _differences(name, expected, actual)
        return found

    def _given(self) -> list[tuple[str, object]]:
        values: list[tuple[str, object]] = [
            ("json", self.json),
            ("params", None if self.params is None else _lists(self.params)),
            ("path_params", None if self.path_params is None else dict(self.path_params)),
            ("form", None if self.form is None else _lists(self.form)),
        ]
        return [(name, value) for name, value in values if value is not None]

    @override
    def __str__(self) -> str:
        return "".join(f" with {name}={_shown(value)}" for name, value in self._given())


def _lists(expected: Mapping[str, object]) -> dict[str, list[object]]:
    return {
        name: [*value] if is_list(value) or isinstance(value, tuple) else [value] for name, value in expected.items()
    }


def _differences(where: str, expected: object, actual: object) -> Iterator[str]:
    if is_object(expected) and is_object(actual):
        for name, value in expected.items():
            if name in actual:
                yield from _differences(f"{where}.{name}", value, actual[name])
            else:
                yield f"{where}.{name}: expected {_shown(value)}, but it is missing"
    elif is_list(expected) and is_list(actual) and len(expected) == len(actual):
        for number, (value, other) in enumerate(zip(expected, actual, strict=True)):
            yield from _differences(f"{where}[{number}]", value, other)
    elif not _equal(expected, actual):
        yield f"{where}: expected {_shown(expected)}, got {_shown(actual)}"


def _equal(expected: object, actual: object) -> bool:
    # In Python, 1 equals True; in JSON, it does not.
    mixed = {type(expected), type(actual)} in ({bool, int}, {bool, float})
    return not mixed and expected == actual


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "…"


def received(requests: Sequence[RecordedRequest]) -> str:
    """Which operations were received, and how often."""
    if not requests:
        return "no request was received at all"
    counts = Counter(request.operation or f"{request.method} {request.path}" for request in requests)
    return "received: " + ", ".join(f"{name} ({number})" for name, number in counts.most_common(10))


def failure(
    operation: str,
    times: int | None,
    expected: Expected,
    matching: Sequence[RecordedRequest],
    everything: Sequence[RecordedRequest],
) -> str:
    """Why an assertion fails."""
    wanted = "at least 1 request" if times is None else "no request" if times == 0 else _requests(times)
    lines = [f"expected {wanted} of {operation}{expected}, received {len(matching) or 'none'}"]
    candidates = [request for request in everything if request.operation == operation]
    if not candidates:
        return f"{lines[0]}; {received(everything)}"
    shown = matching or sorted(candidates, key=lambda request: len(expected.differences(request)))
    if not matching:
        lines.append(f"{_requests(len(candidates))} of {operation} received; the closest:")
    for request in shown[:_SHOWN]:
        lines.append(f"  {request.method} {request.path}, status {request.status}")
        lines += [f"    {difference}" for difference in expected.differences(request)]
    return "\n".join(lines)


def _requests(count: int) -> str:
    return f"{count} request{'s' * (count != 1)}"
