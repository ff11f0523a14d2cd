"""Checks and encodes arguments before anything is sent. Every error names the argument and says what it must be.

Used as a namespace: ``_arguments.string("query", query)``. A wrong type is a TypeError, a wrong value a ValueError. No
error shows a value: it may be a text, an ID or a phone number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Any, TypeAlias, TypeGuard, TypeVar
from urllib.parse import quote

from ._model import UNSET, Model, Unset, is_list, to_json
from ._request import FileLike, Pairs, Upload
from ._times import When, format_time, past, when

if TYPE_CHECKING:
    from ._protocols import ItemsOf

M = TypeVar("M", bound=Model)
N = TypeVar("N", int, float)
C = TypeVar("C")
StringOf: TypeAlias = Callable[[Any, str], str]
"""A function of `_objects`: the string of an object, or the string itself; and the name of the argument."""


@lru_cache(256)
def _quoted(segment: str) -> str:
    """Percent-encoded. A program uses the same IDs again and again, and this takes a tenth of a call."""
    return quote(segment, safe="")


def path_segment(
    argument: str,
    value: str | Model,
    *,
    pattern: str | None = None,
    reserved: tuple[str, ...] = (),
    of: StringOf | None = None,
) -> str:
    """One percent-encoded path segment. An empty one, or one of dots alone, would reach another endpoint, because HTTP
    clients remove it from the path. So would `reserved` ones, which are paths of other operations."""
    value = value if of is None or isinstance(value, str) else of(value, argument)
    if not isinstance(value, str):
        raise TypeError(f"{argument} must be a str, not {type(value).__name__}")
    if value in (".", "..") or not not_blank(value):
        raise ValueError(f"{argument} must be an ID: it must not be blank, '.' or '..'")
    if value in reserved:
        raise ValueError(f"{argument} must be an ID: {value!r} is part of the path of another operation")
    _check_pattern(argument, value, pattern)
    return _quoted(_encodable(argument, value))


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
    try:
        is_finite = isfinite(value)
    except OverflowError:  # an int that no float can hold
        raise ValueError(f"{argument} is too large") from None
    if not in_range or not is_finite:
        raise ValueError(f"{argument} must be {kind}{_limits(low, high, above) or ' that is finite'}")
    return value


def _limits(low: float | None, high: float | None, above: float | None) -> str:
    if above is not None:
        return f" greater than {above}" + ("" if high is None else f" and at most {high}")
    if low is not None:
        return f" from {low} to {high}" if high is not None else f" of at least {low}"
    return "" if high is None else f" of at most {high}"


def choice(argument: str, value: C | None, allowed: tuple[object, ...] = ()) -> C | None:
    """One of the documented values, all of which the error lists."""
    if value is None or any(value == known and type(value) is type(known) for known in allowed):
        return value
    *first, last = map(repr, allowed)
    known = f"{', '.join(first)} or {last}" if first else last
    if not any(type(value) is type(accepted) for accepted in allowed):
        raise TypeError(f"{argument} must be {known}, not {type(value).__name__}")
    raise ValueError(f"{argument} must be {known}; for a value that only a newer app accepts, use beeper.request()")


def check_any(problem: str, *given: bool) -> None:
    """Check that one of several arguments is given."""
    if not any(given):
        raise ValueError(problem)


_INVISIBLE = frozenset("\xad\u034f\u061c\u115f\u1160\u180e\u2800\u3164\ufeff\uffa0")
"""Characters without a glyph that Python does not count as spaces; more are in U+200B to U+206F."""


def not_blank(value: object) -> bool:
    """Is this anything but None or a string without a visible character?"""
    if not isinstance(value, str):
        return value is not None
    if value[:1].isalnum() and value[:1].isascii():  # nearly all: the rest takes ten times as long
        return True
    return not all(
        char.isspace()
        or char in _INVISIBLE
        or "\u200b" <= char <= "\u200f"
        or "\u2028" <= char <= "\u206f"
        or "\ufe00" <= char <= "\ufe0f"
        for char in value
    )


def has_value(given: object) -> bool:
    """Has an object a value that is not blank? Of another type, it is refused elsewhere."""
    values = given.to_dict() if isinstance(given, Model) else given
    return not is_mapping(values) or any(map(not_blank, values.values()))


def check_chat(argument: str, message: object, chat_argument: str, chat: object) -> None:
    """Check that a Message is of the Chat beside it. An ID is not compared: it may be a local ID, or of a merged chat,
    whose messages are those of its members."""
    of: object = getattr(message, "chat_id", None)
    ids: list[object] = [getattr(chat, name, None) for name in ("id", "local_chat_id", "merged_into_chat_id")]
    members: object = getattr(getattr(chat, "merge", None), "chat_ids", [])
    if not hasattr(chat, "merge") or not is_list(members) or None in (of, ids[0]):
        return
    if of not in ids and of not in members:
        raise ValueError(
            f"{argument} is a message of another chat than {chat_argument}: pass its chat_id as {chat_argument}"
        )


def constant(argument: str, value: C | None, expected: C) -> C | None:
    """The only value that is allowed."""
    if value is not None and (type(value), value) != (type(expected), expected):
        raise ValueError(f"{argument} must be {expected!r}")
    return value


def string(
    argument: str,
    value: str | Model | None,
    min_length: int = 0,
    max_length: int | None = None,
    pattern: str | None = None,
    *,
    of: StringOf | None = None,
) -> str | None:
    """A string of a documented length and form. `of` returns the string of an object that is given instead."""
    if value is None:
        return None
    value = value if of is None or isinstance(value, str) else of(value, argument)
    if not isinstance(value, str):
        raise TypeError(f"{argument} must be a str, not {type(value).__name__}")
    if len(value) < min_length:
        raise ValueError(f"{argument} must have at least {min_length} character{'s' * (min_length != 1)}")
    if min_length and not not_blank(value):
        raise ValueError(f"{argument} must not be blank")
    if max_length is not None and len(value) > max_length:
        raise ValueError(f"{argument} must have at most {max_length} characters, not {len(value)}")
    _check_pattern(argument, value, pattern)
    return value


def _check_pattern(argument: str, value: str, pattern: str | None) -> None:
    if pattern is None:
        return
    import re

    # `$` also matches before a newline at the end; `\Z` does not
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


def sequence(argument: str, value: ItemsOf[Any] | None, min_items: int = 0) -> list[Any] | None:
    """A list of values; of a mapping, its keys. A string is an error: it would be split into characters. So is an
    iterator, because whether it is empty cannot be seen."""
    if value is None:
        return None
    given: object = value
    if isinstance(given, str | bytes) or not (hasattr(value, "__iter__") and hasattr(value, "__len__")):
        raise TypeError(f"{argument} must be a list, not {type(value).__name__}")
    items = list(value)
    if len(items) < min_items:
        raise ValueError(f"{argument} must have at least {min_items} item{'s' * (min_items != 1)}")
    return items


def is_empty(*filters: ItemsOf[object] | None) -> bool:
    """Is one of these lists empty, so that nothing can match?"""
    return any(given is not None and len(given) == 0 for given in filters)


def text_of(argument: str, value: str) -> str:
    """A string that is given instead of an object."""
    if not not_blank(value):
        raise ValueError(f"{argument} must not be blank")
    return value


def field_of(argument: str, value: M, model: type[M], name: str, read: Callable[[M], str | None]) -> str:
    """A string field of an object that is given instead of the string."""
    if not isinstance(value, model):
        article = "an" if model.__name__[0] in "AEIOU" else "a"
        raise TypeError(f"{argument} must be a str or {article} {model.__name__}, not {type(value).__name__}")
    text = read(value)
    if text is None:
        raise ValueError(f"{argument} must be a {model.__name__} that has a value for {name}; this one has none")
    return text


def convert_items(argument: str, items: list[Any] | None, convert: Callable[[Any, str], object]) -> list[Any] | None:
    """Check and convert every item of a list; `convert` is called with the item and its name."""
    if items is None:
        return None
    for index, item in enumerate(items):
        if not isinstance(item, Model) and not not_blank(
            item
        ):  # the server ignores an empty ID, and would return everything
            error = TypeError if item is None else ValueError
            raise error(f"{argument}[{index}] must not be {'None' if item is None else 'blank'}")
    return [convert(item, f"{argument}[{index}]") for index, item in enumerate(items)]


def timestamp(argument: str, value: When | None) -> str | None:
    """A point in time, in the format of the server."""
    return None if value is None else format_time(when(argument, value))


def past_timestamp(argument: str, value: When | None) -> str | None:
    """A point in time of which durations are counted back from now, in the format of the server."""
    return None if value is None else format_time(past(argument, value))


def upload(argument: str, value: FileLike) -> Upload:
    """A file as it is sent: see `_files`, imported when used."""
    from . import _files

    return _files.upload(argument, value)


def files(*given: tuple[str, Upload | None]) -> dict[str, Upload]:
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
    """The JSON of a model, or of a mapping with its attribute names: see `_model_arguments`, imported when used."""
    from . import _model_arguments

    return _model_arguments.model_json(model, argument, value)


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Is this a mapping?"""
    return isinstance(value, Mapping)


def mapping(argument: str, value: object) -> object:
    """The JSON of a mapping of any shape."""
    if value is None:
        return None
    if not is_mapping(value):
        raise TypeError(f"{argument} must be a mapping, not {type(value).__name__}")
    from json import dumps

    try:
        found: object = to_json(dict(value))
        dumps(found, allow_nan=False)
    except TypeError:
        raise TypeError(f"{argument} must contain JSON values only") from None
    except (ValueError, RecursionError):
        problem = "must not contain infinity, NaN or very large ints, or be nested too deeply"
        raise ValueError(f"{argument} {problem}") from None
    return found
