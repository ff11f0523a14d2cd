"""Measures rendering: a message as people write them, and texts made to be slow, whose times must grow linearly."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from scripts.bench import report, sample
from scripts.bench.contest import WITHOUT_EXTRAS, Contest, Times, amount, repeated

if TYPE_CHECKING:
    from collections.abc import Callable

    from scripts.bench.environment import Place

FORMS = ("plain", "markdown", "html")
LONG, SHORT = 1_000_000, 100_000
GROWTH = "<= 30"
"""Ten times the length may take a little more than ten times as long; quadratic time would be a hundred times."""
MARKED = "<p>See <a href='https://e.org/plan'>the plan</a>:</p><ul><li>a <b>tent</b></li><li>food &amp; water</li></ul>"
UNITS = {
    "nested tags": "<blockquote><b>x",
    "wrongly nested": "<b>x<i>y</b>z</i>",
    "`<`": "<",
    "`&`": "&",
    "`&amp;`": "&amp;",
    '`<a href="`': '<a href="',
    "open comments": "<!--",
    "line breaks": "x<br>",
}


def rows(place: Place) -> list[report.Row]:
    """Per message, compared with what programs do without the SDK; then 1 MB, compared with 100 kB."""
    times = place.measure("render", WITHOUT_EXTRAS)
    per_message = [
        report.compare(f"message as {form}: {what}", times, f"{what}, {form}", f"{what}, re.sub", label="re.sub")
        for what in ("without markup", "with markup")
        for form in FORMS
    ]
    growth = [
        report.compare(f"1 MB of {name} as {form}", times, f"{name}, {form}, 1 MB", f"{name}, {form}, 100 kB", GROWTH)
        for name in UNITS
        for form in FORMS
    ]
    return [*per_message, *growth]


def measure(kind: str) -> Times:
    """Each text in each form."""
    del kind
    times = Times()
    for what, text in (("without markup", sample.TEXT[:60]), ("with markup", MARKED)):
        contest = Contest()
        contest.add(f"{what}, re.sub", partial(_prepared, _by_hand, text))
        for form in FORMS:
            contest.add(f"{what}, {form}", partial(_prepared, _form(form), _message(text)))
        times += contest.measure(15, 200)
    for name, unit in UNITS.items():
        contest = Contest()
        for form in FORMS:
            for label, length in (("1 MB", LONG), ("100 kB", SHORT)):
                contest.add(f"{name}, {form}, {label}", partial(_prepared, _form(form), _repeated(unit, length)))
        times += contest.measure(1, 1)
    return times


def _prepared(call: Callable[[Any], object], value: object) -> Callable[[int], None]:
    return repeated(lambda: call(value))


def _form(name: str) -> Callable[[Any], object]:
    from beeper_sdk import render

    form: Callable[[Any], object] = getattr(render, name)
    return form


def _message(text: str) -> object:
    from beeper_sdk import models

    return models.Message.from_dict(sample.message(1, only_text=True) | {"text": text})


def _repeated(unit: str, length: int) -> str:
    """A text of this length; with a line break, so that it is HTML."""
    return "<br>" + unit * (amount(length, length // 1000) // len(unit))


def _by_hand(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))
