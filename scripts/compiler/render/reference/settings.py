"""Tables of the page of the client: environment variables, and the extras of the package."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from scripts.compiler.render.reference.names import Links
from scripts.compiler.render.reference.text import linked, row, sentence

VARIABLES = {
    "BEEPER_ACCESS_TOKEN": "The access token, if `Beeper` is given none. Commands use it too.",
    "BEEPER_BASE_URL": "URL of the server, if `Beeper` is given none.",
    "BEEPER_CUSTOM_HEADERS": "Additional headers of every request, one `Name: value` a line.",
    "BEEPER_DESKTOP_BASE_URL": "Deprecated: the former name of `BEEPER_BASE_URL`.",
    "BEEPER_FAKE_TOKEN": "Set by `beeper serve --control` for its command: the token of `BEEPER_FAKE_URL`.",
    "BEEPER_FAKE_URL": "Set by `beeper serve --control` for its command: where the fake server is controlled.",
    "BEEPER_LOG": "Log to stderr at this level: `debug`, `info`, `warning` or `error`.",
    "BEEPER_SANITIZE_KEY": "The key with which `sanitize` replaces private data, if it is given none.",
    "BEEPER_TOKEN_FILE": "Path of the token file of `auth.FileToken`, if it is given none.",
    "BEEPER_TRANSPORT": '`httpx` sends through httpx, also to this machine, as `transport="httpx"` does.',
    "HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY": "The proxy for other machines, as in other programs.",
    "SSL_CERT_FILE, SSL_CERT_DIR": "The certificate authorities, in place of those of certifi.",
}
"""A test compares the names with those in the sources."""
DEVELOPMENT = "dev"
"""The extra that is not for users."""
EXTRA = re.compile(r"((?:^#.*\n)+)^(\w+) = \[", re.MULTILINE)


def variables(links: Links) -> str:
    """The environment variables."""
    lines = [row("variable", "meaning"), row("---", "---")]
    for names, about in VARIABLES.items():
        shown = ", ".join(f"`{name}`" for name in names.split(", "))
        lines.append(row(shown, linked(about, links)))
    return "\n".join(lines)


def extras(root: Path, links: Links) -> str:
    """The extras: what each is for, by its comment in pyproject.toml, and what it installs."""
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    listed: dict[str, list[str]] = tomllib.loads(text)["project"]["optional-dependencies"]
    comments = {name: " ".join(comment.replace("#", " ").split()) for comment, name in EXTRA.findall(text)}
    lines = [row("extra", "for", "installs"), row("---", "---", "---")]
    for name, packages in listed.items():
        if name != DEVELOPMENT:
            installed = ", ".join(f"`{package}`" for package in packages)
            about = linked(sentence(comments.get(name, "")), links)
            lines.append(row(f"`beeper-sdk[{name}]`", about, installed))
    return "\n".join(lines)
