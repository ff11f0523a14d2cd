"""Prints what is wrong with the docstrings of the public API, one line each; fails if anything is."""

import sys

from scripts.dev.docstrings.check import API, problems
from scripts.dev.environment import ROOT

if __name__ == "__main__":
    found = [problem.line(ROOT) for problem in problems(API)]
    print("\n".join(found))
    sys.exit(1 if found else 0)
