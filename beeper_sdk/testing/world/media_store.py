"""The files of the world by address, and the folder they are handed out in when somebody downloads one."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from .seed.media import File


class MediaStore:
    """Every file under each address it has. A downloaded or uploaded file also lies on the disk, as a Beeper's does."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}
        self._local: dict[str, str] = {}
        self._folder: Path | None = None

    def put(self, url: str, file: File) -> None:
        """Make a file known under an address."""
        self._files[url] = file

    def get(self, url: str) -> File | None:
        """The file at an address; a query after an mxc address holds keys and does not name another file."""
        return self._files.get(url) or self._files.get(url.partition("?")[0])

    def all(self) -> list[tuple[str, File]]:
        """Every address with its file."""
        return list(self._files.items())

    def local_url(self, url: str, file: File) -> str:
        """Lay a file on this machine's disk and give its file:// address; the same one for the same file."""
        if url in self._local.values():
            return url
        if url not in self._local:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="beeper-fake-"))
            folder = self._folder / str(len(self._local))
            folder.mkdir()
            path = folder / _safe(file.name)
            path.write_bytes(file.data)
            self._local[url] = f"file://{quote(path.as_posix())}"
            self._files[self._local[url]] = file
        return self._local[url]

    def close(self) -> None:
        """Remove what was laid on the disk."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        self._local.clear()


def _safe(name: str) -> str:
    """A file name that any disk takes and that stays inside its folder."""
    plain = re.sub(r'[\x00-\x1f/\\:*?"<>|]', "_", name)[-120:]
    return plain if plain.strip(". ") else "file"
