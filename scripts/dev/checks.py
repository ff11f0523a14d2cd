"""The steps of scripts/test: runs two of them at a time beside the tests, and prints a table at the end.

It runs in the project's environment. The settings of each tool are in pyproject.toml.
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
    # The longest steps first, so that both lanes finish at nearly the same time.
    "basedpyright": [["basedpyright", "--warnings", "--project", "pyproject.toml"]],
    "mypy": [["mypy"]],
    "regenerate": [["scripts/regenerate.py", "--check"]],
    "docs": [["scripts/docs"]],
    "docstrings": [["scripts.dev.docstrings"]],
    "imports": [["scripts.dev.imports"]],
    "ruff": [["ruff", "check", "--quiet"], ["ruff", "format", "--check", "--quiet"]],
}
LANES = 2
WORKERS = 3
"""Processes that run tests. A third of their time is waiting; a third process uses it, also beside other programs."""
SUMMARY = re.compile(r"^(\x1b\[[\d;]*m)*=+ .*\bin [\d.]+s.*=+(\x1b\[[\d;]*m)*$")


@dataclass(frozen=True)
class Result:
    """The result of one step."""

    name: str
    passed: bool
    seconds: float
    output: str = ""

    @property
    def line(self) -> str:
        """The row of the table."""
        return f"{self.name:14}{'ok' if self.passed else 'FAILED':8}{self.seconds:6.1f} s"


def last_release() -> str | None:
    """The tag of the last release before the current commit; None in a copy without a .git folder of its own."""
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
    """The steps. With a release to compare with, the changelog must name every breaking change since then."""
    if tag is None:
        return STEPS
    return {**STEPS, "regenerate": [["scripts/regenerate.py", "--check", "--against", tag]]}


def command(step: Sequence[str]) -> list[str]:
    """The command line of a step: a script of the project, or an installed module."""
    return [sys.executable, *([] if "/" in step[0] else ["-m"]), *step]


def check(name: str, commands: Sequence[Sequence[str]]) -> Result:
    """Run all commands of one step, and keep the output of those that fail."""
    started = time.monotonic()
    output: list[str] = []
    passed = True
    for step in commands:
        done = subprocess.run(
            command(step), cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        passed = passed and not done.returncode
        if done.returncode:
            output.append(done.stdout + done.stderr)
    return Result(name, passed, time.monotonic() - started, "".join(output))


def check_all(steps: Mapping[str, Sequence[Sequence[str]]]) -> list[Result]:
    """Run the steps in two lanes; print the result of each, and the output of those that fail."""
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
    """Run the tests and show their output. The summary line is not shown but returned."""
    started = time.monotonic()
    colour = "yes" if sys.stdout.isatty() else "no"
    # worksteal: each worker starts with consecutive tests, so it creates the servers that they share only once.
    full = command(["pytest", f"--color={colour}", "-n", str(WORKERS), "--dist", "worksteal", *arguments])
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
    """The steps to run, and the arguments for pytest."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    names = [*STEPS, "pytest"]
    parser = argparse.ArgumentParser(
        prog="scripts/test",
        description="Run all checks and tests, or only the steps that are named.",
        epilog="Arguments after -- are passed to pytest: scripts/test pytest -- -k pager -n 0",
    )
    parser.add_argument("step", nargs="*", help=f"one or more of: {', '.join(names)} (default: all)")
    steps: list[str] = parser.parse_args(arguments[:cut]).step
    unknown = [step for step in steps if step not in names]
    if unknown:
        parser.error(f"unknown step {', '.join(unknown)}; the steps are {', '.join(names)}")
    return [name for name in names if not steps or name in steps], list(arguments[cut + 1 :])


def main(arguments: Sequence[str]) -> int:
    """Run the steps; 0 if all of them passed."""
    started = time.monotonic()
    names, rest = options(arguments)
    tag = last_release()
    if tag is None and "regenerate" in names:
        print("no release tag v* yet: skipping the check that the changelog names breaking changes", flush=True)
    steps = {name: commands for name, commands in against(tag).items() if name in names}
    summary, tests = "", list[Result]()
    # At the same time: with twice as many processes as cores, other programs of a busy machine slow them down less.
    with ThreadPoolExecutor(1) as beside:
        static = beside.submit(check_all, steps)
        if "pytest" in names:
            result, summary = pytest(rest)
            tests.append(result)
        results = [*static.result(), *tests]
    print("\n" + "\n".join(result.line for result in results))
    print(f"{'total':22}{time.monotonic() - started:6.1f} s", flush=True)
    print(summary, end="", flush=True)
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
