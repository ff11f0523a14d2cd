"""`scripts/test docstrings` finds each kind of mistake in the docstrings of the public API."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from scripts.dev.docstrings.check import API, Problem, problems
from scripts.dev.docstrings.public import Surface
from tests.project import surface

HEAD = '"""A library."""\n\nfrom __future__ import annotations\n'


def check(folder: Path, source: str, *, given: tuple[str, ...] = ()) -> list[str]:
    """What is found in a package with this source, without the file."""
    package = folder / "made_up"
    package.mkdir()
    (package / "__init__.py").write_text(HEAD + dedent(source))
    found = problems(Surface([folder], ["made_up"], ["made_up"], client="made_up.Client", given=given))
    assert all(problem.path == package / "__init__.py" for problem in found)
    return [problem.line(folder).partition(": ")[2] for problem in found]


GOOD = '''
from dataclasses import dataclass
from typing import Literal, overload

Colour = Literal["red", "green"]
"""A colour."""

class LibraryError(Exception):
    """The library failed."""

    def __init__(self, code: int) -> None:
        self.code = code
        """The code."""

@dataclass
class Point:
    """A point, as in `Chats.list`.

    Args:
        x: From the left.
    """

    x: int
    y: int
    """From the top."""

class Base:
    """A base class."""

    def close(self, wait: float) -> None:
        """Close it.

        Args:
            wait: Seconds.
        """

class Chats(Base):
    """Chats of a `Client`: `chats.list`, `Client.chats`, `client`, `red`, `Point.x`, `sys.path`, ``nothing``."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def list(self, *ids: str, limit: int | None = None, **options: object) -> Point:
        """List them: see `limit`.

        Args:
            ids: IDs.
            limit: Maximum number; None for all.
            options: Others.

        Raises:
            LibraryError, ValueError: always.
        """

    @overload
    def close(self, wait: int) -> None: ...
    @overload
    def close(self, wait: float) -> None: ...
    def close(self, wait: float) -> None:
        pass

class Client:
    """A client.

    Args:
        token: A token.
    """

    def __init__(self, token: str) -> None: ...

    @property
    def chats(self) -> Chats:
        """The chats."""

def listed(*, limit: int | None = None) -> Point:
    """List chats. See `Client.chats.list` for its arguments.

    Raises:
        LibraryError: never.
    """

def _private(x): ...
'''


def test_good_docstrings_have_no_problems(tmp_path: Path) -> None:
    assert check(tmp_path, GOOD, given=("made_up.Chats",)) == []


BAD = {
    "class A: ...": "made_up.A: has no docstring",
    "def f(): ...": "made_up.f: has no docstring",
    "LIMIT = 1": "made_up.LIMIT: has no docstring",
    '''
    class A:
        """A class."""
        def f(self): ...
    ''': "made_up.A.f: has no docstring",
    '''
    class A:
        """A class."""
        @property
        def f(self): ...
    ''': "made_up.A.f: has no docstring",
    '''
    class A:
        """A class."""
        x: int = 1
    ''': "made_up.A.x: has no docstring",
    '''
    class A(Exception):
        """An error."""
        def __init__(self):
            self.x = 1
    ''': "made_up.A.x: has no docstring",
    '''
    def f(x):
        """A function."""
    ''': "made_up.f: parameter x is not described",
    '''
    def f(*x, **y):
        """A function.

        Args:
            x: A number.
        """
    ''': "made_up.f: parameter y is not described",
    '''
    class A:
        """A class."""
        def __init__(self, x): ...
    ''': "made_up.A: parameter x is not described",
    '''
    def f(x):
        """A function.

        Args:
            x: A number.
            z: Another.
        """
    ''': "made_up.f: z is no parameter",
    '''
    def f(x: int):
        """A function.

        Args:
            x (int): A number.
        """
    ''': "made_up.f: x has its type in Args",
    '''
    def f(x):
        """A function. See `g` for its arguments."""

    def g(y):
        """A function.

        Args:
            y: A number.
        """
    ''': "made_up.f: parameter x is not described",
    '''
    def f():
        """A function.

        Raises:
            ValueError, WrongError: always.
        """
    ''': "made_up.f: raises WrongError, which is no exception",
    '''
    def f():
        """A function.

        Raises:
            A: always.
        """

    class A:
        """No error."""
    ''': "made_up.f: raises A, which is no exception",
    '''
    def f():
        """A function, see `nothing`."""
    ''': "made_up.f: `nothing` does not exist",
    '''
    def f():
        """A function, see `A.g()`."""

    class A:
        """A class."""
    ''': "made_up.f: `A.g` does not exist",
    '''
    def f():
        """A function, see `sys.nothing`."""
    ''': "made_up.f: `sys.nothing` does not exist",
    '''
    def f():
        """A function, see `whole`."""

    def g(whole):
        """A function.

        Args:
            whole: A parameter of this function, and of no other.
        """
    ''': "made_up.f: `whole` does not exist",
    '''
    class Client:
        """A client: `number`."""

    class A:
        """A class."""

        number: int
        """A number."""
    ''': "made_up.Client: `number` does not exist",
    '''
    def f():
        """A function. Raises ValueError, Place or TypeError."""

    class Place:
        """No error."""
    ''': "made_up.f: raises Place, which is no exception",
    '''
    VARIABLE = "BEEPER_MADE_UP"
    """A variable of the environment: BEEPER_MADE_UP."""

    def f():
        """A function that reads ``BEEPER_MADE_DOWN``."""
    ''': "made_up.f: `BEEPER_MADE_DOWN` does not exist",
    '''
    def f():
        """A function"""
    ''': "made_up.f: the first paragraph is no sentence: 'A function'",
    '''
    def f():
        """A function
        that is described
        in three lines."""
    ''': "made_up.f: the first paragraph is longer than two lines",
    '''
    def f(x):
        """A function.

        Args:
            x: A number.
            what follows
        """
    ''': "made_up.f: Failed to get 'name: description' pair from 'what follows'",
}


@pytest.mark.parametrize(("source", "found"), BAD.items(), ids=range(len(BAD)))
def test_a_mistake_is_found(tmp_path: Path, source: str, found: str) -> None:
    assert check(tmp_path, source) == [found]


def test_the_constructor_of_what_users_only_receive_is_not_checked(tmp_path: Path) -> None:
    source = '''
    class A:
        """A class."""
        def __init__(self, x): ...
    '''
    assert check(tmp_path, source, given=("made_up.A",)) == []


def test_a_problem_is_one_line_with_its_place(tmp_path: Path) -> None:
    problem = Problem(tmp_path / "a.py", 3, "a.f", "has no docstring")
    assert problem.line(tmp_path) == "a.py:3: a.f: has no docstring"


def test_all_public_modules_are_checked_and_the_sources_are_not_imported() -> None:
    assert {f"beeper_sdk.{name}" for name in surface.MODULES} < set(API.modules)
    code = "import sys, scripts.dev.docstrings.check; print([name for name in sys.modules if 'beeper' in name])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
