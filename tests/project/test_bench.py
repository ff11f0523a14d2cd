"""The measurements: the sample is what the API sends, and budgets are judged in the right direction."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from beeper_sdk import api
from scripts.bench import app_sample, report, sample
from scripts.bench.__main__ import GROUPS, MARKS, PAGE, main, replaced
from scripts.bench.contest import Contest, Times, ratio, repeated
from scripts.bench.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("unknown", [False, True])
def test_the_sample_page_is_read_without_loss(*, unknown: bool) -> None:
    page = sample.page(unknown=unknown)
    decoded = api.messages.list(sample.CHAT).decode(sample.Answer(page), strict=True)
    assert len(decoded.items) == sample.COUNT
    assert decoded.to_dict() == json.loads(page)


def test_the_sample_chat_is_read_without_loss() -> None:
    decoded = api.chats.retrieve(sample.CHAT).decode(sample.Answer(sample.chat()), strict=True)
    assert decoded.to_dict() == json.loads(sample.chat())


@pytest.mark.parametrize("made", [app_sample.message, app_sample.every_key])
def test_the_page_as_the_app_sends_it_is_read_without_loss(made: Callable[[int], dict[str, object]]) -> None:
    page = app_sample.page(60, made)
    decoded = api.messages.list(sample.CHAT).decode(sample.Answer(page), strict=True)
    assert decoded.to_dict() == json.loads(page)
    assert b'": ' not in page


def test_the_chats_as_the_app_sends_them_are_read_without_loss() -> None:
    decoded = api.chats.list().decode(sample.Answer(app_sample.chats()), strict=True)
    assert decoded.to_dict() == json.loads(app_sample.chats())


def test_the_sample_is_the_same_every_time() -> None:
    assert sample.page() == sample.page()


@pytest.mark.parametrize(
    ("ratio", "budget", "expected"),
    [(1.1, "<= 1.15", True), (1.2, "<= 1.15", False), (18.0, ">= 18", True), (17.0, ">= 18", False), (1.0, "", None)],
)
def test_a_ratio_is_held_against_its_budget(ratio: float, budget: str, *, expected: bool | None) -> None:
    assert report.Row("something", "1 s", "another", ratio, budget).within is expected


def test_a_row_without_its_rival_says_why_and_is_not_within_its_budget() -> None:
    times = Times({"ours": [1.0]}, {"ours": [1.0]}, {"official": "ModuleNotFoundError: No module named 'official'"})
    row = report.compare("decode", times, "ours", "official")
    assert row.within is False
    assert row.mark == "not measured: official: ModuleNotFoundError: No module named 'official'"


@pytest.mark.parametrize(("value", "text"), [(2.0, "2 s"), (0.0123, "12.3 ms"), (4.2e-6, "4.2 µs"), (6e-10, "0.6 ns")])
def test_durations_have_three_digits_and_a_unit(value: float, text: str) -> None:
    assert report.seconds(value) == text


TINY = """
import os, sys
from pathlib import Path
from scripts.bench import __main__ as bench, child, environment

class Here(environment.Place):
    def measure(self, module, kind, *arguments):
        return child.measured(module, kind, *arguments)

status = bench.main(sys.argv[1:], Here(Path(sys.executable)))
sys.stdout.flush()
os._exit(status)
"""


def test_all_groups_show_their_rows_and_fail_without_the_packages_to_compare_with() -> None:
    """In one process, except `regenerate`, which is a step of scripts/test; each is done once or twice."""
    groups = sorted(GROUPS.keys() - {"regenerate"})
    ran = subprocess.run(
        [sys.executable, "-c", TINY, *groups],
        cwd=ROOT,
        env={**os.environ, "BENCH_TINY": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert ran.stderr.split() == [word for group in groups for word in (group, "...")]
    lines = ran.stdout.splitlines()[1:]
    lacking = [line for line in lines if "not measured" in line]
    assert all(any(name in line for name in ("official", "aiohttp", "msgspec", "urllib3")) for line in lacking)
    assert len(lacking) > 20
    assert len(lines) - len(lacking) > 20


def test_a_contestant_that_fails_later_is_shown_too() -> None:
    def fail(loops: int) -> None:
        if loops > 1:
            raise OSError("connection lost")

    contest = Contest()
    contest.add("ours", lambda: repeated(lambda: None))
    contest.add("other", lambda: fail)
    times = contest.measure(rounds=3, loops=2)
    assert len(times.cpu["ours"]) == len(times.wall["ours"]) == 3
    assert times.reason("ours", "other") == "other: OSError: connection lost"


def test_ratios_are_those_of_the_same_round() -> None:
    assert ratio({"ours": [1.0, 10.0, 2.0], "other": [2.0, 20.0, 4.0]}, "ours", "other") == 0.5


def test_the_table_of_the_page_can_be_replaced() -> None:
    page = PAGE.read_text(encoding="utf-8")
    row = report.Row("decode", "1 µs", "official 9 µs", 9.0, ">= 8", wall=8.5)
    table = report.markdown([row])
    assert table.endswith("\n| decode | 1 µs | official 9 µs | 9 | 8.5 | >= 8 | ok |")
    assert replaced(replaced(page, "other"), table).split(MARKS[0])[1].split(MARKS[1])[0].strip() == table


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [(["calls", "call"], "unknown groups: call; choose"), (["calls", "--write"], "all groups")],
)
def test_wrong_arguments_start_no_measurement(
    capsys: pytest.CaptureFixture[str], arguments: list[str], problem: str
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert problem in capsys.readouterr().err
