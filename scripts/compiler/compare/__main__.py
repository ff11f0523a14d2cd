"""``python -m scripts.compiler.compare OLD NEW``."""

import sys

from scripts.compiler.compare import main

if __name__ == "__main__":
    sys.exit(main())
