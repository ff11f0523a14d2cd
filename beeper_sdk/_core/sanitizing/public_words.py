"""Words that identify nobody: names of networks, fields and file types. They are not replaced in IDs and URLs."""

from __future__ import annotations

import re
from functools import cache

from ..generated import fields

_NETWORKS = """
android ba beeper bluesky com discord discordgo facebook facebookgo gmessages go googlechat googlevoice gvoice
hungryserv imessage imessagecloud imessagego instagram instagramgo irc kakaotalk line linkedin local localhost mautrix
messenger matrix me org others platform room sdk sh signal slack slackgo sms telegram twitter wechat whatsapp
"""
_ADDRESSES = """
assets authorization authorize callback docs introspect known mcp oauth protected register resource revoke serve
server spec token userinfo v0 v1 well ws
"""
_EXTENSIONS = """
3gp aac amr avi bmp csv doc docx flac gif gz heic heif htm html ics jpeg jpg json m4a m4v md mkv mov mp3 mp4 mpeg mpg
oga ogg ogv opus pdf png ppt pptx rtf svg tar tgs tiff txt vcf wav webm webp xls xlsx xml zip
"""
FILE_EXTENSIONS = frozenset(_EXTENSIONS.split())
"""File name extensions that are kept, because they only indicate the type of a file."""
WORD = re.compile("[A-Za-z0-9]+")


@cache
def public_words() -> frozenset[str]:
    """The names of networks and addresses, and all words in the names of fields."""
    names = (word for known in fields().values() for wire in known for word in WORD.findall(wire))
    return frozenset({*_NETWORKS.split(), *_ADDRESSES.split(), *names})


@cache
def field_marks() -> dict[str, str | None]:
    """The mark of each field name, over all objects; None if the marks of its objects differ."""
    marks: dict[str, str | None] = {}
    for known in fields().values():
        for wire, facts in known.items():
            marks[wire] = facts.pii if marks.get(wire, facts.pii) == facts.pii else None
    return marks
