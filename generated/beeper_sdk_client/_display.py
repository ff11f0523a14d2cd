# @generated


from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol

from ._model import DISPLAYS, Model, UnknownVariant, is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = 80
_ITEMS = 4
_DEPTH = 4
_WHOLE = 800
_LINE = 100
_FIRST = ("list", "find", "search", "retrieve", "last", "send", "edit", "update", "delete")


class Printer(Protocol):
    def text(self, text: str, /) -> None: ...
    def break_(self) -> None: ...
    def breakable(self) -> None: ...
    def begin_group(self, indent: int, open: str, /) -> None: ...
    def end_group(self, dedent: int, close: str, /) -> None: ...


def text_of(model: Model) -> str:
    return _displayed(model) or _call(model, _DEPTH)


def html_of(model: Model) -> str | None:
    try:
        return DISPLAYS[-1]().html(model) if DISPLAYS else None
    except Exception:  # noqa: BLE001 - whatever somebody assigned to the fields; then it is shown as text
        return None


def print_model(model: Model, printer: Printer, *, cycle: bool) -> None:
    shown = None if cycle else _displayed(model)
    if shown is not None:
        print_lines(shown, printer)
        return
    name = type(model).__name__
    if cycle or isinstance(model, UnknownVariant):
        printer.text(f"{name}(...)" if cycle else _call(model, _DEPTH))
        return
    printer.begin_group(len(name) + 1, f"{name}(")
    for number, part in enumerate(_cut_parts(model, _DEPTH)):
        if number:
            printer.text(",")
            printer.breakable()
        printer.text(part)
    printer.end_group(len(name) + 1, ")")


def fields_of(model: Model) -> Iterator[tuple[str, object]]:
    if isinstance(model, UnknownVariant):
        yield "data", getattr(model, "data", None)
    for name in model._ATTRIBUTES.values():
        value = getattr(model, name, None)
        if value is not None:
            yield name, "..." if name in model._SECRET else value


def print_lines(shown: str, printer: Printer) -> None:
    for number, line in enumerate(shown.split("\n")):
        if number:
            printer.break_()
        printer.text(line)


def resource_text(resource: object, sender: object) -> str:
    start = f"<{type(resource).__name__} of {sender}:"
    names, shown = _public_names(type(resource)), start
    for number, name in enumerate(names):
        rest = "" if number == len(names) - 1 else ", ..."
        if len(shown) + len(name) + len(rest) + 3 > _LINE:
            return f"{shown}{',' if number else ''} ...>"
        shown += f"{',' if number else ''} {name}"
    return f"{shown}>"


def _public_names(kind: type) -> list[str]:
    found = [name for base in kind.__mro__ for name in vars(base) if not name.startswith("_")]
    return [*(name for name in _FIRST if name in found), *(name for name in dict.fromkeys(found) if name not in _FIRST)]


def _displayed(model: Model) -> str | None:
    try:
        return DISPLAYS[-1]().text(model) if DISPLAYS else None
    except Exception:  # noqa: BLE001 - whatever somebody assigned to the fields; then all fields are shown
        return None


def _call(model: Model, depth: int) -> str:
    if isinstance(model, UnknownVariant):
        return f"UnknownVariant({_shown(getattr(model, 'data', None), depth - 1)})"
    return f"{type(model).__name__}({', '.join(_cut_parts(model, depth))})"


def _cut_parts(model: Model, depth: int) -> list[str]:
    out: list[str] = []
    room = _WHOLE
    for part in _parts(model, depth):
        room -= len(part) + 2
        if room < 0:
            return [*out, "..."]
        out.append(part)
    return out


def _parts(model: Model, depth: int) -> Iterator[str]:
    for name in model._ATTRIBUTES.values():
        value = getattr(model, name, None)
        if value is not None:
            yield f"{name}={'...' if name in model._SECRET else _shown(value, depth - 1)}"


def _shown(value: Any, depth: int) -> str:
    if type(value) is str:
        return repr(value) if len(value) <= _TEXT else repr(f"{value[: _TEXT - 1]}…")
    if isinstance(value, Model):
        shown = _displayed(value)
        if shown is not None:
            return ", ".join(line.strip() for line in shown.split("\n"))
        return _call(value, depth) if depth > 0 else f"{type(value).__name__}(...)"
    if is_list(value):
        return f"[{_items((_shown(item, depth - 1) for item in value[:_ITEMS]), len(value), depth)}]"
    if is_object(value):
        pairs = (f"{_shown(key, 0)}: {_shown(item, depth - 1)}" for key, item in islice(value.items(), _ITEMS))
        return f"{{{_items(pairs, len(value), depth)}}}"
    return _other(value)


def _items(shown: Iterator[str], count: int, depth: int) -> str:
    if depth <= 0:
        return "..." if count else ""
    return ", ".join([*shown, *([f"... {count - _ITEMS} more"] if count > _ITEMS else [])])


def _other(value: object) -> str:
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - an object of another class, or an int of more digits than Python writes
        text = f"<{type(value).__name__}>"
    return text if len(text) <= _TEXT else f"{text[: _TEXT - 1]}…"
