"""Checks who imports whom by the contracts in pyproject.toml: the command of import-linter has no ``-m`` of its own."""

import sys

from importlinter.cli import lint_imports

if __name__ == "__main__":
    sys.exit(lint_imports(config_filename="pyproject.toml", no_cache=True))
