"""NO_PROXY: every form of other programs is understood, the rest is ignored, and nothing is an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.config.environment import find_proxy, is_excluded
from tests.each import each_of

EXCLUDED = [
    ("*", "https://beeper.example"),
    ("a, *", "https://beeper.example"),
    (".beeper.example", "https://desk.beeper.example"),
    (".beeper.example", "https://beeper.example"),
    ("*.beeper.example", "https://desk.beeper.example"),
    ("BEEPER.example", "https://Desk.beeper.EXAMPLE"),
    ("a,,  ,beeper.example ,", "https://beeper.example"),
    ("a beeper.example", "https://beeper.example"),
    ("beeper.example:443", "https://beeper.example"),
    ("beeper.example:8080", "https://beeper.example:8080"),
    ("http://beeper.example", "http://beeper.example"),
    ("https://beeper.example/", "https://beeper.example"),
    ("all://beeper.example", "https://beeper.example"),
    ("192.168.0.0/16", "http://192.168.1.5:23373"),
    ("192.168.1.5", "http://192.168.1.5:23373"),
    ("192.168.1.5:23373", "http://192.168.1.5:23373"),
    ("192.168.1.5/24", "http://192.168.1.6"),
    ("fd00::1", "http://[fd00::1]:1"),
    ("[fd00::1]", "http://[fd00::1]:1"),
    ("[fd00::1]:80", "http://[fd00::1]"),
    ("fd00::/8", "http://[fd00::1]"),
    ("[fd00::]/8", "http://[fd00::1]"),
]
OTHERS = [
    ("", "https://beeper.example"),
    (",, ,", "https://beeper.example"),
    ("eper.example", "https://beeper.example"),
    ("desk.beeper.example", "https://beeper.example"),
    ("beeper.example:80", "https://beeper.example"),
    ("http://beeper.example", "https://beeper.example"),
    ("192.168.0.0/16", "http://beeper.example"),
    ("192.168.0.0/99", "http://192.168.1.5"),
    ("10.0.0.0/8", "http://192.168.1.5"),
    ("192.168.1.5:80", "http://192.168.1.5:23373"),
    ("192.168.", "http://192.168.1.5"),
    ("::1", "http://[fd00::1]"),
    ("[::1]:80", "http://192.168.1.5"),
    ("[fd00::1", "http://192.168.1.5"),
    ("http://", "http://beeper.example"),
    ("://:@[]", "http://beeper.example"),
    (".", "http://beeper.example"),
    ("all://*:80", "http://beeper.example:8080"),
]


@each_of([(*case, True) for case in EXCLUDED] + [(*case, False) for case in OTHERS])
def test_no_proxy(no_proxy: str, url: str, excluded: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http", "https", "all"):
            patch.delenv(f"{name}_proxy", raising=False)
            patch.setenv(f"{name}_proxy".upper(), "http://proxy.example:3128")
        patch.delenv("no_proxy", raising=False)
        patch.setenv("NO_PROXY", no_proxy)
        assert (find_proxy(url) is None) == excluded


ITEMS = st.text() | st.lists(st.sampled_from([*"*.:/[]@ ,0a", "::", "://", "10.0.0.0/8", "example.org"])).map("".join)


@given(ITEMS, st.sampled_from(["beeper.example", "192.168.1.5", "fd00::1", "a"]))
def test_no_value_of_no_proxy_is_an_error(no_proxy: str, host: str) -> None:
    assert is_excluded(no_proxy, "https", host, 443) in (True, False)


@each_of(
    [
        ({"HTTPS_PROXY": "a"}, "https://beeper.example", ("HTTPS_PROXY", "a")),
        ({"HTTPS_PROXY": "a"}, "http://beeper.example", None),
        ({"HTTP_PROXY": "a", "ALL_PROXY": "b"}, "http://beeper.example", ("HTTP_PROXY", "a")),
        ({"HTTP_PROXY": "a", "ALL_PROXY": "b"}, "https://beeper.example", ("ALL_PROXY", "b")),
        ({"HTTPS_PROXY": "a", "https_proxy": "b"}, "https://beeper.example", ("https_proxy", "b")),
        ({"HTTPS_PROXY": ""}, "https://beeper.example", None),
    ]
)
def test_the_variable_of_a_proxy(variables: dict[str, str], url: str, found: tuple[str, str] | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("http", "https", "all", "no"):
            patch.delenv(f"{name}_proxy", raising=False)
            patch.delenv(f"{name}_proxy".upper(), raising=False)
        for name, value in variables.items():
            patch.setenv(name, value)
        assert find_proxy(url) == found
