"""The measurements: the sample is what the API sends, and budgets are judged in the right direction."""

from __future__ import annotations

import json

import pytest

from beeper_sdk import api
from scripts.bench import report, sample
from scripts.bench.contest import Times


@pytest.mark.parametrize("unknown", [False, True])
def test_the_sample_page_is_read_without_loss(*, unknown: bool) -> None:
    page = sample.page(unknown=unknown)
    decoded = api.messages.list(sample.CHAT).decode(sample.Answer(page), strict=True)
    assert len(decoded.items) == sample.COUNT
    assert decoded.to_dict() == json.loads(page)


def test_the_sample_chat_is_read_without_loss() -> None:
    decoded = api.chats.retrieve(sample.CHAT).decode(sample.Answer(sample.chat()), strict=True)
    assert decoded.to_dict() == json.loads(sample.chat())


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
