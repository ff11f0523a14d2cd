"""docs/how_do_i/: each question leads to an answer, and each answer has a piece that runs.

tests/project/test_guides.py runs the pieces of Python that show their output. Here are the others: commands, test files
and programs.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from beeper_sdk.__main__ import main
from beeper_sdk.testing import FakeBeeper
from scripts.dev.docs.links import slug
from scripts.dev.docs.pieces import pieces, world
from tests.auth.helpers import person
from tests.testing.inner_pytest import run_inside

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/how_do_i"
QUESTION = re.compile(r"^- \[(.+?)\]\((\w+\.md)#([^)]+)\)$", re.MULTILINE)
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
LONGEST = 15
"""Lines of the longest piece."""

PROGRAMS = {
    "program.py": "from beeper_sdk import Beeper\n\nwith Beeper() as beeper:\n    print(beeper.chats.find('Hik').id)\n",
    "program_of_official_sdk.py": "from beeper_desktop_api import BeeperDesktop\n\nbeeper = BeeperDesktop()\n",
}
"""The files that commands name."""
SAID = {
    "Get a token": "WhatsApp: Alice Ashfield",
    "Log out": "Logged out.",
    "Find out what is wrong with my setup": "no problems found",
    "Log requests": "beeper_sdk DEBUG chats.search GET /v1/chats/search 200",
    "Move code from the official SDK or from v0": "+from beeper_sdk import Beeper",
    "Run a program with a fake server from a shell": "!hiking:small.local",
    "Test a program in Node.js": "",  # its assertion decides
}
"""What the commands of an answer print, among other things."""
PROGRAM_PRINTS = {"Use it with asyncio": "Bob Birchwood 2\n"}
"""What programs without an output on the page print, among other things."""
ELSEWHERE = {"Run a fake server in Docker"}
"""Whose commands need what a test machine may not have."""


@dataclass(frozen=True)
class Answer:
    """A section of a page."""

    page: str
    heading: str
    text: str

    @property
    def address(self) -> tuple[str, str]:
        """How the index links to it."""
        return self.page, slug(self.heading)

    def blocks(self, language: str) -> list[str]:
        """Its blocks of code in a language."""
        return [block["code"] for block in BLOCK.finditer(self.text) if block["language"] == language]

    @property
    def tests(self) -> list[str]:
        """Its blocks that are test files."""
        return [code for code in self.blocks("python") if "def test_" in code]


def _answers() -> Iterator[Answer]:
    for path in sorted(FOLDER.glob("*.md")):
        for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            if path.name != "index.md":
                heading, _, text = section.partition("\n")
                yield Answer(path.name, heading, text)


ANSWERS = list(_answers())
QUESTIONS = QUESTION.findall((FOLDER / "index.md").read_text(encoding="utf-8"))
COMMANDS = [answer for answer in ANSWERS if answer.blocks("sh") and answer.heading not in ELSEWHERE]


def test_there_are_sixty_questions_and_none_is_there_twice() -> None:
    texts = [text for text, _, _ in QUESTIONS]
    assert len(texts) >= 60
    assert len(set(texts)) == len(texts)
    assert [text for text in texts if not re.fullmatch(r"How do I .+\?", text)] == []


def test_each_question_leads_to_an_answer_and_each_answer_is_in_the_index() -> None:
    assert {(page, anchor) for _, page, anchor in QUESTIONS} == {answer.address for answer in ANSWERS}
    assert len({answer.address for answer in ANSWERS}) == len(ANSWERS)
    asked = {(text.removeprefix("How do I ").removesuffix("?").lower(), page) for text, page, _ in QUESTIONS}
    assert [answer.heading for answer in ANSWERS if (answer.heading.lower(), answer.page) not in asked] == []


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.heading)
def test_an_answer_is_short_and_runs(answer: Answer) -> None:
    assert world((FOLDER / answer.page).read_text(encoding="utf-8")), "tests/project/test_guides.py runs the page"
    codes = [block["code"] for block in BLOCK.finditer(answer.text) if block["language"] != "text"]
    assert 1 <= len(codes) <= 2
    assert all(len(code.splitlines()) <= LONGEST for code in codes)
    shown = [piece for piece in pieces(answer.text) if piece.shown]
    here = answer.tests or answer in COMMANDS or answer.heading in PROGRAM_PRINTS or answer.heading in ELSEWHERE
    assert shown or here, "nothing of it is run"
    first, *_, last = answer.text.strip().split("\n\n")
    assert first[0] != "`" * 3
    assert last.startswith("More: ")


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[FakeBeeper]:
    """A server where programs look for one, a person at the browser, and a folder with the programs."""
    monkeypatch.chdir(tmp_path)
    for name, code in PROGRAMS.items():
        Path(name).write_text(code, encoding="utf-8")
    with FakeBeeper(world="small") as server:
        visitor = person(server)

        def opened(url: str) -> bool:
            visitor(url)
            return True

        monkeypatch.setenv("BEEPER_BASE_URL", server.url)
        monkeypatch.setenv("BEEPER_TOKEN_FILE", str(tmp_path / "tokens.json"))
        monkeypatch.delenv("BEEPER_ACCESS_TOKEN", raising=False)
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setattr("webbrowser.open", opened)
        assert main(["login"]) == 0
        yield server


def run_command(line: str) -> int:
    """Run a line of a shell script: a command of the SDK in this process, a program in its own."""
    words = [sys.executable if word == "python" else word for word in shlex.split(line)]
    if words[0] == "beeper":
        return main(words[1:])
    settings = dict(word.split("=", 1) for word in words if "=" in word)
    return subprocess.run(words[len(settings) :], env=os.environ | settings, check=False).returncode


@pytest.mark.parametrize("answer", COMMANDS, ids=lambda answer: answer.heading)
def test_commands_do_what_the_answer_says(answer: Answer, fake: FakeBeeper, capfd: pytest.CaptureFixture[str]) -> None:
    del fake
    for code in answer.blocks("js"):
        if shutil.which("node") is None:
            pytest.skip("node is not installed")
        Path("test.mjs").write_text(code, encoding="utf-8")
    capfd.readouterr()
    statuses = [run_command(line) for code in answer.blocks("sh") for line in code.splitlines()]
    printed = "".join(capfd.readouterr())
    assert statuses == ([1] if "--diff" in answer.text else [0] * len(statuses)), printed
    assert SAID[answer.heading] in printed


@pytest.mark.parametrize("heading", PROGRAM_PRINTS)
def test_programs_print_what_they_read(heading: str, fake: FakeBeeper, capsys: pytest.CaptureFixture[str]) -> None:
    (answer,) = (answer for answer in ANSWERS if answer.heading == heading)
    del fake
    capsys.readouterr()
    exec(compile(answer.blocks("python")[0], heading, "exec"), {"__name__": "__main__"})
    assert PROGRAM_PRINTS[heading] in capsys.readouterr().out


def test_test_files_pass(pytester: pytest.Pytester) -> None:
    codes = [code for answer in ANSWERS for code in answer.tests]
    for number, code in enumerate(codes):
        pytester.path.joinpath(f"test_answer_{number}.py").write_text(code, encoding="utf-8")
    result = run_inside(pytester, "--strict-markers", "-W", "error", "-q")
    result.assert_outcomes(passed=len(codes))
    assert len(codes) >= 3


def test_the_commands_of_the_container_are_those_of_its_file() -> None:
    (answer,) = (answer for answer in ANSWERS if answer.heading in ELSEWHERE)
    file = (ROOT / "examples/docker/Dockerfile").read_text(encoding="utf-8")
    for line in answer.blocks("sh")[0].splitlines():
        assert f"#     {line}\n" in file
    assert "`fake-beeper-token`" in answer.text
    assert '"--token", "fake-beeper-token"' in file
