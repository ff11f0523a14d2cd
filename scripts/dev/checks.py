"""The steps of scripts/test: what is run, two at a time, and the table at the end.

It runs in the project's environment and decides nothing about what is right: each tool's settings are in
pyproject.toml.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.dev.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEPS = {
    # The longest first: two lanes are then done at nearly the same time.
    "basedpyright": [["basedpyright", "--warnings", "--project", "pyproject.toml"]],
    "mypy": [["mypy"]],
    "regenerate": [["scripts/regenerate.py", "--check"]],
    "imports": [["scripts.dev.imports"]],
    "ruff": [["ruff", "check", "--quiet"], ["ruff", "format", "--check", "--quiet"]],
}
LANES = 2
SUMMARY = re.compile(r"^(\x1b\[[\d;]*m)*=+ .*\bin [\d.]+s.*=+(\x1b\[[\d;]*m)*$")


@dataclass(frozen=True)
class Result:
    """How one step ended."""

    name: str
    passed: bool
    seconds: float
    output: str = ""

    @property
    def line(self) -> str:
        """The row of the table."""
        return f"{self.name:14}{'ok' if self.passed else 'FAILED':8}{self.seconds:6.1f} s"


def last_release() -> str | None:
    """The last release's tag that leads to what is here; none in a copy without history, also inside another's."""
    if not (ROOT / ".git").exists():
        return None
    try:
        done = subprocess.run(
            ["git", "describe", "--tags", "--abbrev=0", "--match", "v*"],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:  # no git
        return None
    return done.stdout.strip() or None


def against(tag: str | None) -> dict[str, list[list[str]]]:
    """The steps; with a release to compare with, what breaks must be named in the changelog."""
    if tag is None:
        return STEPS
    return {**STEPS, "regenerate": [["scripts/regenerate.py", "--check", "--against", tag]]}


def command(step: Sequence[str]) -> list[str]:
    """A step as arguments: a file of the project, or a module of the environment."""
    return [sys.executable, *([] if step[0].endswith(".py") else ["-m"]), *step]


def check(name: str, commands: Sequence[Sequence[str]]) -> Result:
    """Run the commands of one step, all of them, and keep what they say."""
    started = time.monotonic()
    said: list[str] = []
    passed = True
    for step in commands:
        done = subprocess.run(
            command(step), cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        passed = passed and not done.returncode
        if done.returncode:
            said.append(done.stdout + done.stderr)
    return Result(name, passed, time.monotonic() - started, "".join(said))


def check_all(steps: Mapping[str, Sequence[Sequence[str]]]) -> list[Result]:
    """Run the steps, each as soon as a lane is free; print how each ended, and what a failing one says."""
    results: list[Result] = []
    with ThreadPoolExecutor(LANES) as lanes:
        for future in as_completed([lanes.submit(check, *step) for step in steps.items()]):
            result = future.result()
            print(result.line, flush=True)
            if result.output:
                print(result.output, flush=True)
            results.append(result)
    return results


def pytest(arguments: Sequence[str]) -> tuple[Result, str]:
    """Run the tests, showing what they say but for the last line, their summary, which is handed back."""
    started = time.monotonic()
    colour = "yes" if sys.stdout.isatty() else "no"
    # worksteal: each worker begins with tests that stand together, and makes the servers they share once.
    full = command(["pytest", f"--color={colour}", "-n", str(LANES), "--dist", "worksteal", *arguments])
    summary = ""
    with subprocess.Popen(
        full, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            if SUMMARY.match(line.rstrip()):
                summary = line
            else:
                print(line, end="", flush=True)
    return Result("pytest", process.returncode == 0, time.monotonic() - started), summary


def options(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Which steps, and what to hand to pytest."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    names = [*STEPS, "pytest"]
    parser = argparse.ArgumentParser(
        prog="scripts/test",
        description="Check everything, or only the steps named.",
        epilog="What follows -- goes to pytest: scripts/test pytest -- -k pager -n 0",
    )
    parser.add_argument("step", nargs="*", help=f"one or more of {', '.join(names)}")
    steps: list[str] = parser.parse_args(arguments[:cut]).step
    unknown = [step for step in steps if step not in names]
    if unknown:
        parser.error(f"no step {', '.join(unknown)}; there are {', '.join(names)}")
    return [name for name in names if not steps or name in steps], list(arguments[cut + 1 :])


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for; 0 when all of it passed."""
    started = time.monotonic()
    names, rest = options(arguments)
    tag = last_release()
    if tag is None and "regenerate" in names:
        print("no release tag v* yet: what changed in the API is not held against the changelog", flush=True)
    results = check_all({name: each for name, each in against(tag).items() if name in names})
    summary = ""
    if "pytest" in names:
        result, summary = pytest(rest)
        results.append(result)
    print("\n" + "\n".join(result.line for result in results))
    print(f"{'in all':22}{time.monotonic() - started:6.1f} s", flush=True)
    print(summary, end="", flush=True)
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
