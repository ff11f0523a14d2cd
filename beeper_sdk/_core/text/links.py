"""What is shown of a link: its label, its address, or both; and which addresses are safe to show."""

from __future__ import annotations

import re

from .controls import without_controls

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_MENTION = re.compile(r"https?://(?:www\.)?matrix\.to/#/(?:@|%40)", re.IGNORECASE)
_SCHEME = re.compile(r"\A(?:https?://|mailto:)", re.IGNORECASE)
_HOST = re.compile(r"[^/?#]*+")


def address(href: str | None) -> str | None:
    """The address of a link, if it leads to a page or a mailbox; None for all others, such as `javascript:`."""
    cleaned = "".join(without_controls(href or "").split())
    return cleaned if _SAFE.match(cleaned) else None


def shown_address(href: str | None, label: str) -> str | None:
    """The address to be shown beside a label. None if the label says it, or names the person who is mentioned."""
    url = address(href)
    if url is None or _MENTION.match(url):
        return None
    return None if _bare(url) == _bare(label) else url


def _bare(url: str) -> str:
    """Without what apps add to a word when they make a link of it. Only in names of hosts, case means nothing."""
    return _HOST.sub(lambda host: host[0].lower(), _SCHEME.sub("", url.strip()).rstrip("/"), count=1)
