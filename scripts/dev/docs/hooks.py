"""What mkdocs calls while it builds the site, also for `scripts/docs --serve`.

It is loaded after the plugins, so that the search has written its index before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scripts.dev.docs.staging import complete

if TYPE_CHECKING:
    from collections.abc import Mapping


def on_post_build(config: Mapping[str, str]) -> None:
    """Complete the search."""
    complete(Path(config["site_dir"]))
