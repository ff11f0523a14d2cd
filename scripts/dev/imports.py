"""Checks imports against the contracts in pyproject.toml. Needed because import-linter cannot be run with ``-m``."""

import sys

from importlinter.cli import lint_imports

if __name__ == "__main__":
    sys.exit(lint_imports(config_filename="pyproject.toml", no_cache=True))
