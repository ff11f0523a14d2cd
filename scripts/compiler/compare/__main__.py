"""``python -m scripts.compiler.compare OLD NEW``."""

import sys

from beeper_sdk._core.util.command_line import run_command
from scripts.compiler.compare import main

if __name__ == "__main__":
    sys.exit(run_command(main))
