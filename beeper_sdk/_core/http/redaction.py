"""What of a server's own words may be shown: those that anybody's server could have sent, and no others.

An error code, a field path, a page's title, a media type or a version can hold whatever a server puts there, a name or
an id too. Shown are words of the lists below and names from the spec; what else there is becomes "…" or is left out.
"""

from __future__ import annotations

import re

_CODES = """
2fa access account accounts action active address admin aliases allowed already ambiguous and api app argument asset
attachment auth authentication authenticated authorization authorized avatar backend backup bad banned base64 big
blocked body bot bridge busy call cancelled cannot challenge changed chat chats client closed code command conflict
connect connected connection contact content cookie count create created credentials cross cursor custom data date
deactivated deadline deleted denied deprecated device different direction disabled disconnected display domain down
draft duplicate edit email empty encryption endpoint entity enum err error event exceeded exception exclusive exist
exists expired failed failure feature field file flow forbid forbidden format found full gateway gone grant group guest
header homeserver host http id image implemented in inactive input instance integer internal invalid invite is issue
join json key keys label large latest leave length limit limited link list locked login logged lookup m malformed max
media member members message messages metadata method mime min mismatch missing more must name negative network no not
null number object of off offline on only operation option order out page param parameter params parse participant
participants password path payload peer pending permission phone pin pkce platform policy private processing proxy qr
query quota range rate reaction read ready recipient recovery redirect refused rejected reminder remote removed reply
request requests required reset resource response retry revoked room rooms schema scope scopes search secret send sender
server service session setup signature signing size small snooze start state status step still store string subscribed
subscription success support supported sync system target temporarily temporary terms text threepid time timeout timer
title to token tokens too type types unable unauthorized unavailable unexpected union unique unknown unlocked
unreachable unrecognised unrecognized unprocessable unsupported untrusted update upload upstream uri url user username
users uuid
v0 v1 validation value verification verified version violation wait wrong write you your
"""
_TITLES = """
a accept account address age an antivirus apache are as at be beeper blocked browser but by caddy captcha captive
certificate check checking cloudflare com company computer dns enable error firefox firewall for forever found from
guest haproxy hotel if internet it javascript just loading log login maintenance managed manager moment moved network
nginx oops origin page permanently please portal privoxy problem redirected redirecting required security see settings
sign site sorry squid ssl tailscale teapot test the there this traefik try tunnel up use varnish verify was waf web
website welcome went wi-fi wifi will with
"""
_SUBTYPES = """
aac avif bmp css csv event-stream flac form-data gif gzip heic html javascript jpeg json mp4 mpeg octet-stream ogg opus
pdf plain png problem+json quicktime svg+xml tiff wav webm webp x-www-form-urlencoded xhtml+xml xml zip
"""
_PARAMETERS = """
chatType dateAfter dateBefore direction excludeLowPriority forEveryone inbox includeMuted lastActivityAfter
lastActivityBefore limit maxParticipantCount mediaTypes scope type unreadOnly
"""
_STAGES = "alpha beta build dev internal nightly pre preview rc stable"

CODES = frozenset(_CODES.split())
TITLES = CODES | frozenset(_TITLES.split())
_KNOWN = "|".join(map(re.escape, _SUBTYPES.split()))
_MEDIA = re.compile(rf"(application|audio|font|image|message|model|multipart|text|video)/(?:({_KNOWN})|.+)")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*")
_PART = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+(?![a-z])")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STAGE = rf"(?:-(?:{'|'.join(_STAGES.split())})(?:[.-]?\d{{1,8}}){{0,3}})?"
_VERSION = re.compile(rf"\d{{1,4}}(?:\.\d{{1,6}}){{0,3}}{_STAGE}")
_NUMBERS = re.compile(r"\d{1,4}(?:\.\d{1,6}){1,3}(?![\w.])")
_PLACES = frozenset({"body", "query", "params", "path", "headers", "header", *_PARAMETERS.split()})
HIDDEN = "…"


def code(text: str) -> str | None:
    """An error code made of known words; None for any other."""
    if len(text) > 64 or not _CODE.fullmatch(text):
        return None
    parts = _PART.findall(text)
    return text if all(part.lower() in CODES or re.fullmatch("[45][0-9]{2}", part) for part in parts) else None


def field(name: str) -> str:
    """The name of a field or parameter of the API; "?" for any other text."""
    if name in _PLACES:
        return name
    from ..generated import facts, fields

    known = any(name in of for of in fields().values()) or any(
        name in re.findall(r"\w+", each.path) or name in dict(each.pii) for each in facts().values()
    )
    return name if known else "?"


def title(text: str) -> str | None:
    """The known words of a page's title, such as "502 Bad Gateway", on one line; None where there are none."""
    shown = _WORD.sub(lambda word: word[0] if _is_plain(word[0]) else HIDDEN, text)
    line = " ".join(re.sub(rf"[^\x20-\x7e{HIDDEN}]", " ", shown).split())[:80].strip()
    line = re.sub(rf"{HIDDEN}(?:[^A-Za-z0-9]*{HIDDEN})+", HIDDEN, line)
    return line if re.search("[A-Za-z0-9]", line) else None


def _is_plain(word: str) -> bool:
    return word.lower() in TITLES or re.fullmatch("[1-5][0-9]{2}", word) is not None


def media_type(text: str) -> str | None:
    """The media type of a content-type header, as far as it is a known one; None where it is none."""
    match = _MEDIA.fullmatch(text.partition(";")[0].strip().lower())
    return None if match is None else f"{match[1]}/{match[2] or HIDDEN}"


def version(text: str) -> str | None:
    """A version: its numbers, and a stage such as ``-beta.2``. None where it has none."""
    match = _VERSION.fullmatch(text) or _NUMBERS.match(text)
    return match[0] if match else None
