"""docs/guides/control.md: its programs run and print what it shows; the table of the reference has all requests.

``--update-pins`` writes both.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.control.table import verbs
from beeper_sdk.testing.control.verbs import Verb

DOCS = Path(__file__).parents[3] / "docs"
PAGE = DOCS / "guides/control.md"
REFERENCE = DOCS / "reference/fake_server.md"
TABLE = re.compile(r"(?<=<!-- verbs -->\n).*?(?=<!-- /verbs -->)", re.DOTALL)
PROGRAMS = {"js": ("node", "--input-type=module", "-"), "sh": ("sh", "-s")}


def _row(verb: Verb) -> str:
    arguments = [f"`{one.name}{'' if one.required else '?'}`" for one in verb.arguments if one.place != "path"]
    about = re.split(r"(?<=[.:]) ", verb.about.summary, maxsplit=1)[0].rstrip(".:")
    path = verb.path.removeprefix("/_fake")
    return f"| `{verb.method} {path}` | {' '.join(arguments)} | {about} |"


def _table() -> str:
    rows = [_row(verb) for verb in verbs(FakeBeeper) if verb.subject != "me"]
    return "\n".join(["| request | arguments | |", "|---|---|---|", *rows, ""])


def test_the_table_has_all_requests(update_pins: bool) -> None:
    page = REFERENCE.read_text(encoding="utf-8")
    if update_pins:
        page = TABLE.sub(lambda _: _table(), page)
        REFERENCE.write_text(page, encoding="utf-8")
    assert TABLE.findall(page) == [_table()]


def test_me_has_the_requests_of_people() -> None:
    by_subject = {
        subject: {(one.method, one.name) for one in verbs(FakeBeeper) if one.subject == subject}
        for subject in ("me", "person")
    }
    assert {name for _, name in by_subject["person"] - by_subject["me"]} == {"name", "user", "user_id"}
    assert by_subject["me"] - by_subject["person"] == set()


@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_prints_what_the_page_shows(language: str, update_pins: bool) -> None:
    program, *rest = PROGRAMS[language]
    if shutil.which(program) is None or (language == "sh" and shutil.which("curl") is None):
        pytest.skip(f"{program} or curl is not installed")
    page = PAGE.read_text(encoding="utf-8")
    lines = r"((?:(?!```).*\n)*)"
    ((code, shown),) = re.findall(rf"^```{language}\n{lines}```\n\n```text\n{lines}```", page, re.MULTILINE)
    with FakeBeeper(world="small", control=True) as fake:
        variables = {"BEEPER_BASE_URL": fake.url, "BEEPER_ACCESS_TOKEN": fake.token}
        variables |= {"BEEPER_FAKE_URL": fake.control_url, "BEEPER_FAKE_TOKEN": fake.control_token}
        environment = {**os.environ, **variables, "NO_PROXY": "*"}
        done = subprocess.run(
            [program, *rest], input=code, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        fake.reset()  # the rules of the program are its own
    assert (done.returncode, done.stderr) == (0, "")
    if update_pins:
        PAGE.write_text(page.replace(f"{code}```\n\n```text\n{shown}", f"{code}```\n\n```text\n{done.stdout}"))
    assert update_pins or done.stdout == shown


@pytest.mark.parametrize("page", [PAGE, REFERENCE], ids=["guide", "reference"])
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not page.parent.joinpath(link).exists()] == []
