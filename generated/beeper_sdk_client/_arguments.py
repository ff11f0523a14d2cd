# @generated


from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import TextIOBase
from math import isfinite
from typing import Any, TypeGuard, TypeVar
from urllib.parse import quote

from ._model import UNSET, Model, Unset, is_list, required_fields, to_json
from ._request import FileLike, Pairs
from ._times import When, format_time, is_when, when

M = TypeVar("M", bound=Model)
N = TypeVar("N", int, float)
C = TypeVar("C")
_MAX_SHOWN_NAME = 30


def path_segment(argument: str, value: str, *, pattern: str | None = None, reserved: tuple[str, ...] = ()) -> str:
    """One percent-encoded path segment. An empty one, or one of dots alone, would reach another endpoint, because HTTP
    clients remove it from the path. So would `reserved` ones, which are paths of other operations."""
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"{argument} must be a str, not {type(value).__name__}")
    if value in ("", ".", ".."):
        raise ValueError(f"{argument} must be an ID: it must not be empty, '.' or '..'")
    if value in reserved:
        raise ValueError(f"{argument} must be an ID: {value!r} is part of the path of another operation")
    _check_pattern(argument, value, pattern)
    return quote(_encodable(argument, value), safe="")


def _encodable(argument: str, value: str) -> str:
    if value.isascii():  # cheap to test; a file in base64 need not be encoded to find out
        return value
    try:
        value.encode()
    except UnicodeEncodeError:  # holds the value, so it must not become the context of the error below
        pass
    else:
        return value
    raise ValueError(f"{argument} must be valid Unicode: it contains a lone surrogate")


def number(
    argument: str, value: N | None, low: float | None = None, high: float | None = None, above: float | None = None
) -> N | None:
    """A number in its documented range (`above`: greater than, not equal)."""
    return _in_range(argument, "a number", value, low, high, above)


def integer(
    argument: str, value: int | None, low: float | None = None, high: float | None = None, above: float | None = None
) -> int | None:
    """An integer in its documented range."""
    if isinstance(value, float):
        raise TypeError(f"{argument} must be an int{_limits(low, high, above)}, not float")
    return _in_range(argument, "an int", value, low, high, above)


def _in_range(
    argument: str, kind: str, value: N | None, low: float | None, high: float | None, above: float | None
) -> N | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{argument} must be {kind}{_limits(low, high, above)}, not {type(value).__name__}")
    in_range = (low is None or value >= low) and (high is None or value <= high) and (above is None or value > above)
    if not in_range or not isfinite(value):
        raise ValueError(f"{argument} must be {kind}{_limits(low, high, above) or ' that is finite'}")
    return value


def _limits(low: float | None, high: float | None, above: float | None) -> str:
    if above is not None:
        return f" greater than {above}" + ("" if high is None else f" and at most {high}")
    if low is not None:
        return f" from {low} to {high}" if high is not None else f" of at least {low}"
    return "" if high is None else f" of at most {high}"


def constant(argument: str, value: C | None, expected: C) -> C | None:
    """The only value that is allowed."""
    if value is not None and (type(value), value) != (type(expected), expected):
        raise ValueError(f"{argument} must be {expected!r}")
    return value


def string(
    argument: str, value: str | None, min_length: int = 0, max_length: int | None = None, pattern: str | None = None
) -> str | None:
    """A string of a documented length and form."""
    if value is None:
        return None
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"{argument} must be a str, not {type(value).__name__}")
    if len(value) < min_length:
        raise ValueError(f"{argument} must have at least {min_length} character{'s' * (min_length != 1)}")
    if max_length is not None and len(value) > max_length:
        raise ValueError(f"{argument} must have at most {max_length} characters, not {len(value)}")
    _check_pattern(argument, value, pattern)
    return value


def _check_pattern(argument: str, value: str, pattern: str | None) -> None:
    if pattern is None:
        return
    import re

    exact = pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern
    if re.search(exact, value) is None:
        raise ValueError(f"{argument} must match the pattern {pattern}")


def required(argument: str, value: C | None) -> C:
    """An argument that must not be None."""
    if value is None:
        raise TypeError(f"{argument} is required and must not be None")
    return value


def boolean(argument: str, value: bool | None) -> bool | None:
    """True or False."""
    if value is not None and not isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{argument} must be True or False, not {type(value).__name__}")
    return value


def sequence(argument: str, value: Sequence[Any] | None, min_items: int = 0) -> list[Any] | None:
    """A list of values. A single string is an error: it would be split into characters."""
    if value is None:
        return None
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
        raise TypeError(f"{argument} must be a list, not {type(value).__name__}")
    items = list(value)
    if len(items) < min_items:
        raise ValueError(f"{argument} must have at least {min_items} item{'s' * (min_items != 1)}")
    return items


def convert_items(argument: str, items: list[Any] | None, convert: Callable[[Any], object]) -> list[Any] | None:
    """Check and convert every item of a list."""
    if items is None:
        return None
    if any(item is None for item in items):
        raise TypeError(f"{argument} must be a list without None")
    return [convert(item) for item in items]


def timestamp(argument: str, value: When | None) -> str | None:
    """A point in time, in the format of the server."""
    return None if value is None else format_time(when(argument, value))


def upload(argument: str, value: FileLike) -> FileLike:
    """A file: bytes, a file that is open for reading bytes, or a tuple with its name."""
    expected = f"{argument} must be bytes, a file opened with 'rb', or (file name, either of them[, content type])"
    content: object = value[1] if isinstance(value, tuple) and len(value) > 1 else value
    if not isinstance(content, bytes) and not hasattr(content, "read"):
        raise TypeError(f"{expected}, not {type(content).__name__}")
    if isinstance(content, TextIOBase):
        raise TypeError(f"{expected}, not a file opened in text mode")
    return value


def files(*given: tuple[str, FileLike | None]) -> dict[str, FileLike]:
    """The files of a form. None is omitted."""
    return {name: value for name, value in given if value is not None}


def pairs(*given: tuple[str, object]) -> Pairs:
    """Query, header or form pairs. None is omitted; lists repeat their name."""
    out: list[tuple[str, str]] = []
    for name, value in given:
        values = value if is_list(value) else (value,)
        out.extend((name, _encodable(name, _as_text(item))) for item in values if item is not None)
    return tuple(out)


def headers(*given: tuple[str, str | None]) -> Pairs:
    """Header pairs. None is omitted; a value that a header cannot hold is an error."""
    for name, value in given:
        if value is not None and not (value.isascii() and value.isprintable()):
            raise ValueError(f"{name.lower()} must be one line of printable ASCII characters")
    return pairs(*given)


def _as_text(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def body(*given: tuple[str, object]) -> dict[str, object]:
    """A JSON object of the arguments that were given. UNSET is omitted; None is sent as null."""
    return {name: value for name, value in given if value is not UNSET}


def optional(value: object) -> object:
    """For arguments where None means "not given"."""
    return UNSET if value is None else value


def unless_unset(value: object, convert: Callable[[Any], object]) -> object:
    """Convert an argument, unless it is UNSET or None, which is sent as null."""
    return value if value is None or isinstance(value, Unset) else convert(value)


def model_json(model: type[M], argument: str, value: M | Mapping[str, object]) -> dict[str, Any]:
    """The JSON of a model, or of a mapping with the model's attribute names, nested ones included.

    Raises:
        TypeError: The value has another type, a key that the model does not have, or lacks a required one.
    """
    if isinstance(value, model):
        return value.to_dict()
    if not isinstance(value, Mapping):
        raise TypeError(f"{argument} must be a {model.__name__} or a mapping, not {type(value).__name__}")
    return build(model, argument, value).to_dict()


def build(model: type[M], argument: str, value: Mapping[str, object]) -> M:
    """A model from a mapping with its attribute names."""
    from ._annotations import hints_of

    hints = hints_of(model)
    for name in value:
        if name not in hints:
            known = f"the keys of a {model.__name__} are {', '.join(hints)}"
            raise TypeError(f"{argument} has an unknown key{_shown(name)}; {known}")
    for wire, name in model._ATTRIBUTES.items():
        if wire in required_fields(model) and name not in value:
            raise TypeError(f"{argument} must have the key {name!r}, which {model.__name__} requires")
    return model(**{name: _convert(hints[name], f"{argument}.{name}", inner) for name, inner in value.items()})


def _shown(name: object) -> str:
    plain = isinstance(name, str) and name.isascii() and len(name) <= _MAX_SHOWN_NAME
    return f" {name!r}" if plain and str(name).replace("_", "").isalpha() else ""


def _convert(hint: object, argument: str, value: object) -> object:
    from ._annotations import argument_names_of, inner_hints, is_model, is_scalar, members

    for candidate, container, item_hint in inner_hints(hint):
        if is_model(candidate) and _is_mapping(value):
            return build(candidate, argument, value)
        if candidate is datetime and is_when(value):
            return when(argument, value)
        if container is list and _is_sequence(value):
            return [_convert(item_hint, f"{argument}[{index}]", item) for index, item in enumerate(value)]
        if container is dict and _is_mapping(value):
            return {key: _convert(item_hint, f"{argument}.*", item) for key, item in value.items()}
        if is_scalar(candidate, value):
            return number(argument, value) if isinstance(value, float) else value
    if datetime in members(hint):
        when(argument, value)  # raises an error that lists the types of dates
    raise TypeError(f"{argument} must be {argument_names_of(members(hint))}, not {type(value).__name__}")


def _is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def mapping(argument: str, value: object) -> object:
    """The JSON of a mapping of any shape: its contents are not checked."""
    if value is None:
        return None
    if not _is_mapping(value):
        raise TypeError(f"{argument} must be a mapping, not {type(value).__name__}")
    return to_json(dict(value))
