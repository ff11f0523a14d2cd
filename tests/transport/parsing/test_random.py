"""Random responses: both parsers and httpx agree about them, however they are split.

`--hypothesis-profile=long` tries more than 100,000.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sweeps import examples
from tests.transport.parsing.mutations import mutated, response, split
from tests.transport.parsing.outcomes import Outcome, by_httpx, parsed

EACH = 15
"""Responses of one example, or 16 times as many: Hypothesis takes long for an example."""
METHODS = ("GET", "GET", "GET", "POST", "HEAD")


def agree(ours: Outcome, theirs: Outcome) -> bool:
    """Whether httpx has the same; `ours` may be on the safe side about the connection."""
    if ours is None or theirs is None:
        return ours is theirs
    return ours._replace(reusable=True) == theirs._replace(reusable=True) and ours.reusable <= theirs.reusable


def check(random: Random, counts: Counter[str]) -> None:
    raw, method = mutated(response(random), random), random.choice(METHODS)
    pieces = split(raw, random)
    h11 = parsed("h11", [raw] if raw else [], method)
    llhttp = parsed("httptools", [raw] if raw else [], method)
    assert parsed("h11", pieces, method) == h11, (pieces, method)
    assert parsed("httptools", pieces, method) == llhttp, (pieces, method)
    assert agree(h11, by_httpx(raw, method)), (raw, method)
    if h11 != llhttp:  # see CHUNK_DIFFERENCES
        assert b"chunked" in raw.lower(), (raw, method)
        assert h11 is None or llhttp is None, (raw, method)
        counts["accepted by one"] += 1
    counts["refused" if h11 is None else "accepted"] += 1


def test_random_responses_have_one_outcome() -> None:
    counts = Counter[str]()

    @settings(max_examples=examples(9))
    @given(st.integers(0, 1 << 64))
    def run(seed: int) -> None:
        random = Random(seed)
        for _ in range(EACH * min(16, examples(1))):
            check(random, counts)

    run()
    print(dict(counts))
    assert counts["accepted"]
    assert counts["refused"]
    assert counts["accepted by one"] * 8 <= counts["accepted"]
