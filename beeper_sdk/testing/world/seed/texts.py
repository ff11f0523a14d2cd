"""What people write: plain, HTML, entities, links, mentions and reply fall-backs, with nothing to tell which."""

from __future__ import annotations

from ...wire.json_values import Json
from .draw import Draw

_OPENERS = (
    "Did you see",
    "I forgot",
    "Who has",
    "Let us talk about",
    "Thanks for",
    "Please bring",
    "Look at",
    "Where is",
)
_THINGS = (
    "the keys",
    "dinner",
    "the blue tent",
    "tomorrow's train",
    "your recipe",
    "the tickets",
    "that film",
    "lunch",
)
_ENDS = ("?", "!", ".", " 😀", " …", " before eight.", " at the lake.", " again 🙈")
_ODD = (
    "Fish &amp; chips at 7?",
    "1 < 2 & 3 > 2",
    "<b>Careful</b>, the path is closed",
    'Read <a href="https://example.com/plan?id=7&amp;x=1">the plan</a><br>and answer',
    "<p>First line</p><p>Second line</p>",
    "<pre><code>print(&quot;hi&quot;)</code></pre>",
    "👍",
    "line one\nline two",
    "שלום, see you soon",
    "…",
)
REPLY_FALLBACK = (
    '<mx-reply><blockquote>In reply to <a href="https://example.com">{name}</a></blockquote></mx-reply>{text}'
)


def sentence(draw: Draw) -> str:
    """Something harmless to say."""
    return f"{draw.one(_OPENERS)} {draw.one(_THINGS)}{draw.one(_ENDS)}"


def text(draw: Draw) -> str:
    """A text as it may come: mostly plain, sometimes hard to read."""
    return draw.one(_ODD) if draw.chance(0.12) else sentence(draw)


def link(draw: Draw) -> tuple[str, Json]:
    """A text with an address in it, and the preview that goes with it."""
    number = draw.number(1, 99)
    url = f"https://example.com/articles/{number}?from=chat&lang=en"
    preview: Json = {
        "url": url,
        "title": f"Article {number}",
        "originalURL": f"https://example.com/a/{number}",
        "img": f"https://example.com/img/{number}.png",
        "imgSize": {"width": 64, "height": 48},
        "summary": sentence(draw),
    }
    return f"{sentence(draw)} {url}", preview
