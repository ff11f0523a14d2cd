"""HTML of the pages: one style, no script, nothing from elsewhere, and every text escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape

from ..wire.requests import ServerResponse

STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 0.75rem; }
h1 { font-size: 1.25rem; overflow-wrap: anywhere; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8885; overflow-wrap: anywhere; padding: 0.3rem 0.5rem 0.3rem 0; text-align: left;
  vertical-align: top; white-space: pre-line; }
th { font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
.quiet { opacity: 0.7; }
@media (max-width: 32rem) { body { font-size: 14px; } th, td { padding-right: 0.35rem; } }
"""
_NO_ICON = '<link rel="icon" href="data:,">'
"""Without it, browsers request ``/favicon.ico``, which would be recorded as a request to the API."""
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_HEADERS = (
    ("content-type", "text/html; charset=utf-8"),
    (
        "content-security-policy",
        f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("x-frame-options", "DENY"),
)


def link(to: str, text: str) -> str:
    """A link, as HTML."""
    return f'<a href="{escape(to)}">{escape(_shown(text))}</a>'


def text(value: object) -> str:
    """A value as text, as HTML."""
    return "" if value is None else escape(_shown(str(value)))


def _shown(value: str) -> str:
    """Half emoji, which UTF-8 does not have, as a replacement character."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, as HTML. The cells are HTML; a column whose name ends with ``#`` has numbers."""
    classes = [' class="number"' if name.endswith("#") else "" for name in columns]
    head = "".join(f"<th{kind}>{escape(name.rstrip('#'))}</th>" for name, kind in zip(columns, classes, strict=True))
    lines = (
        f"<tr>{''.join(f'<td{kind}>{cell}</td>' for cell, kind in zip(row, classes, strict=True))}</tr>" for row in rows
    )
    joined = "\n".join(lines)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{joined}\n</tbody>\n</table>"


def page(title: str, body: str, status: int = 200) -> ServerResponse:
    """The response with a page. `body` is HTML."""
    html = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{text(title)}</title>
{_NO_ICON}
<style>{STYLE}</style>
</head>
<body>
{body}
</body>
</html>
"""
    return ServerResponse(status, _HEADERS, html.encode())
