"""Arguments, before anything is sent: every error names the argument and what it takes.

Used as a namespace, since many parameters have the names of these functions. Wrong types are TypeErrors,
wrong values ValueErrors. No error shows a text or an id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from io import TextIOBase
from math import isfinite
from typing import Any, TypeGuard, TypeVar
from urllib.parse import quote

from ._model import UNSET, Model, Unset, is_list, to_json
from ._request import FileLike, Pairs
from ._times import When, format_time, is_when, when

M = TypeVar("M", bound=Model)
N = TypeVar("N", int, float)
C = TypeVar("C")
_LONG = 1_000_000
_LONGEST_NAME = 30


def segment(argument: str, value: str, *, pattern: str | None = None, taken: tuple[str, ...] = ()) -> str:
    """One percent-encoded path segment. An empty one and dots alone would reach another endpoint (HTTP clients
    remove them from the path), and so would the `taken` ones, which are other paths: they are refused."""
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"{argument} takes text, not {type(value).__name__}")
    if value in ("", ".", ".."):
        raise ValueError(f"{argument} takes a non-empty id that is not '.' or '..'")
    if value in taken:
        raise ValueError(f"{argument} takes an id that is not {value!r}, which is the path of another operation")
    if pattern is not None and not _matches(pattern, value):
        raise ValueError(f"{argument} takes text of the form {pattern}")
    return quote(_encodable(argument, value), safe="")


def _encodable(argument: str, value: str) -> str:
    if value.isascii():  # known without looking: a file as base64 text is not copied
        return value
    try:
        value.encode()
    except UnicodeEncodeError:  # holds the text: it must not be behind the other error
        pass
    else:
        return value
    raise ValueError(f"{argument} takes text that UTF-8 can hold; this one has a lone surrogate")


def number(
    argument: str, value: N | None, low: float | None = None, high: float | None = None, above: float | None = None
) -> N | None:
    """A number within its documented range (`above`: greater than, not equal)."""
    if value is None:
        return None
    wanted = f"{argument} takes a number{_limits(low, high, above)}"
    if isinstance(value, bool) or not isinstance(value, int | float):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{wanted}, not {type(value).__name__}")
    fits = (low is None or value >= low) and (high is None or value <= high) and (above is None or value > above)
    if not fits or not isfinite(value):
        raise ValueError(f"{wanted}, not {_shown(value)}")
    return value


def _shown(value: float) -> str:
    """A number in an error. A long one may be somebody's, given in the wrong place."""
    return str(value) if abs(value) < _LONG or not isfinite(value) else "one this long"


def whole(
    argument: str, value: int | None, low: float | None = None, high: float | None = None, above: float | None = None
) -> int | None:
    """A whole number within its documented range."""
    if isinstance(value, float):
        raise TypeError(f"{argument} takes a whole number{_limits(low, high, above)}, not float")
    return number(argument, value, low, high, above)


def constant(argument: str, value: C | None, wanted: C) -> C | None:
    """The only value there is."""
    if value is not None and (type(value), value) != (type(wanted), wanted):
        raise ValueError(f"{argument} takes only {wanted!r}")
    return value


def _limits(low: float | None, high: float | None, above: float | None) -> str:
    if above is not None:
        return f" greater than {above}" + ("" if high is None else f" and at most {high}")
    if low is not None:
        return f" from {low} to {high}" if high is not None else f" of at least {low}"
    return "" if high is None else f" of at most {high}"


def text(
    argument: str, value: str | None, shortest: int = 0, longest: int | None = None, pattern: str | None = None
) -> str | None:
    """Text of a documented length and form."""
    if value is None:
        return None
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"{argument} takes text, not {type(value).__name__}")
    if len(value) < shortest:
        raise ValueError(f"{argument} takes at least {shortest} character{'s' * (shortest != 1)}, not {len(value)}")
    if longest is not None and len(value) > longest:
        raise ValueError(f"{argument} takes at most {longest} characters, not {len(value)}")
    if pattern is not None and not _matches(pattern, value):
        raise ValueError(f"{argument} takes text of the form {pattern}")
    return value


def _matches(pattern: str, value: str) -> bool:
    import re

    return re.search(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern, value) is not None


def needed(argument: str, value: C | None) -> C:
    """An argument that must be given."""
    if value is None:
        raise TypeError(f"{argument} must be given, and not as None")
    return value


def flag(argument: str, value: bool | None) -> bool | None:
    """True or False."""
    if value is not None and not isinstance(value, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{argument} takes True or False, not {type(value).__name__}")
    return value


def many(argument: str, value: Sequence[Any] | None, fewest: int = 0) -> list[Any] | None:
    """Several values. One text is refused: it would be taken apart into characters."""
    if value is None:
        return None
    if isinstance(value, str | bytes | Mapping) or not hasattr(value, "__iter__"):
        raise TypeError(f"{argument} takes a list, not {type(value).__name__}")
    items = list(value)
    if len(items) < fewest:
        raise ValueError(f"{argument} takes at least {fewest} item{'s' * (fewest != 1)}, not {len(items)}")
    return items


def each(argument: str, items: list[Any] | None, convert: Callable[[Any], object]) -> list[Any] | None:
    """Check and convert every item."""
    if items is None:
        return None
    if any(item is None for item in items):
        raise TypeError(f"{argument} takes a list in which nothing is None")
    return [convert(item) for item in items]


def moment(argument: str, value: When | None) -> str | None:
    """A point in time, as the server spells it."""
    return None if value is None else format_time(when(argument, value))


def upload(argument: str, value: FileLike) -> FileLike:
    """A file: bytes, one open for reading bytes, or a tuple with its name."""
    wanted = f"{argument} takes bytes, a file opened with 'rb', or (name, either of them[, content type])"
    inner: object = value[1] if isinstance(value, tuple) and len(value) > 1 else value
    if not isinstance(inner, bytes) and not hasattr(inner, "read"):
        raise TypeError(f"{wanted}, not {type(inner).__name__}")
    if isinstance(inner, TextIOBase):
        raise TypeError(f"{wanted}, not one opened as text")
    return value


def files(*given: tuple[str, FileLike | None]) -> dict[str, FileLike]:
    """The files of a form. None is left out."""
    return {name: value for name, value in given if value is not None}


def pairs(*given: tuple[str, object]) -> Pairs:
    """Query, header or form pairs. None is left out; lists repeat their name."""
    out: list[tuple[str, str]] = []
    for name, value in given:
        several = value if is_list(value) else (value,)
        out.extend((name, _encodable(name, _spell(one))) for one in several if one is not None)
    return tuple(out)


def headers(*given: tuple[str, str | None]) -> Pairs:
    """Header pairs. None is left out; what a header cannot hold is refused."""
    for name, value in given:
        if value is not None and not (value.isascii() and value.isprintable()):
            raise ValueError(f"{name.lower()} takes one line of printable ASCII text")
    return pairs(*given)


def _spell(value: object) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def body(*given: tuple[str, object]) -> dict[str, object]:
    """A JSON object of the arguments that were given. UNSET is left out; None is an explicit null."""
    return {name: value for name, value in given if value is not UNSET}


def given(value: object) -> object:
    """For arguments where None means "not given"."""
    return UNSET if value is None else value


def unless_unset(value: object, convert: Callable[[Any], object]) -> object:
    """Convert an argument, unless it was not given or is an explicit null."""
    return value if value is None or isinstance(value, Unset) else convert(value)


def obj(model: type[M], argument: str, value: M | Mapping[str, object]) -> dict[str, Any]:
    """The JSON of a model, or of a mapping with the model's attribute names, at every depth.

    Raises:
        TypeError: another type, a key the model does not have (named, with those it has), a required one missing.
    """
    if isinstance(value, model):
        return value.to_dict()
    if not isinstance(value, Mapping):
        raise TypeError(f"{argument} takes a {model.__name__} or a mapping, not {type(value).__name__}")
    return build(model, argument, value).to_dict()


def build(model: type[M], argument: str, value: Mapping[str, object]) -> M:
    """A model from a mapping with its attribute names."""
    from ._annotations import hints_of

    hints = hints_of(model)
    for name in value:
        if name not in hints:
            raise TypeError(f"{argument} has no {_named(name)}; {model.__name__} takes {', '.join(hints)}")
    for name in (name for key, name in model._ATTRIBUTES.items() if key in model._REQUIRED):
        if name not in value:
            raise TypeError(f"{argument} lacks {name!r}, which {model.__name__} requires")
    return model(**{name: _fit(hints[name], f"{argument}.{name}", inner) for name, inner in value.items()})


def _named(name: object) -> str:
    """A key in an error. What is no name of a variable is no slip of the pen, but may be an ID or a text."""
    plain = isinstance(name, str) and name.isascii() and len(name) <= _LONGEST_NAME and name.replace("_", "").isalpha()
    return repr(name) if plain else "such key as one of these"


def _fit(hint: object, argument: str, value: object) -> object:
    """A value as the annotation wants it: mappings become models, texts become dates; another type is refused."""
    from ._annotations import inner_hints, is_model, is_scalar, members, names_of

    for candidate, container, item in inner_hints(hint):
        if is_model(candidate) and _is_mapping(value):
            return build(candidate, argument, value)
        if candidate is datetime and is_when(value):
            return when(argument, value)
        if container is list and _is_sequence(value):
            return [_fit(item, f"{argument}[{place}]", one) for place, one in enumerate(value)]
        if container is dict and _is_mapping(value):
            return {key: _fit(item, f"{argument}.*", one) for key, one in value.items()}
        if is_scalar(candidate, value):
            return number(argument, value) if isinstance(value, float) else value
    if datetime in members(hint):
        when(argument, value)  # raises, and says what is taken for a date
    raise TypeError(f"{argument} takes {names_of(members(hint))}, not {type(value).__name__}")


def _is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def plain(argument: str, value: object) -> object:
    """The JSON of a mapping of a free shape: what it holds is not checked."""
    if value is None:
        return None
    if not _is_mapping(value):
        raise TypeError(f"{argument} takes a mapping, not {type(value).__name__}")
    return to_json(dict(value))
