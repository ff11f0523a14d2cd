"""The rows of a chat: who wrote what when, and the rows that are events rather than messages.

Ids and sort keys are given out over all chats in order of time, as one installation does while it syncs.
"""

from __future__ import annotations

from ...wire.json_values import Json, read_stamp, stamp
from ..clock import SEED_ENDS_MS
from ..networks import Network
from ..room import Room
from ..sort_keys import first_key
from .accounts import ACCOUNTS
from .media import FOLDER, File, MediaStore
from .people import REPLY_FALLBACK, Draw, link, message_text, sentence

_TYPES = {
    "IMAGE": "img",
    "STICKER": "img",
    "GIF": "img",
    "VOICE": "audio",
    "AUDIO": "audio",
    "VIDEO": "video",
    "FILE": "unknown",
}


def attach_file(row: Json, kind: str, file: File, media: MediaStore) -> None:
    """Turn a row into one that carries a file."""
    number = int(row["id"])
    mxc = f"mxc://beeper.local/media{number}"
    media.put(mxc, file)
    wire: Json = {
        "type": _TYPES[kind],
        "id": mxc,
        "srcURL": _source(mxc, number, file, media),
        "mimeType": file.mime_type,
        "fileName": file.name,
        "fileSize": file.contents.size,
    }
    if file.width is not None and file.height is not None:
        wire["size"] = {"width": file.width, "height": file.height}
    if file.duration is not None:
        wire["duration"] = file.duration
    _flags(wire, kind, number)
    row |= {"type": "IMAGE" if kind == "GIF" else kind, "attachments": [wire]}
    if kind in ("IMAGE", "FILE") and number % 3 == 0:
        row["text"] = f"Here: {file.name}"


def _source(mxc: str, number: int, file: File, media: MediaStore) -> str:
    """The address readers see; row 17 of the traps: key material in queries, paths of the server's disk."""
    sources = (
        f"{mxc}?encryptionInfoJSON=eyJrZXkiOiJub3QtYS1rZXktMTIzIn0%3D",
        f"localmxc://local-whatsapp/media{number}",
        f"file://{FOLDER}/{number}/{file.name.replace(' ', '%20')}",
        mxc,
    )
    source = sources[number % 4]
    media.put(source, file)
    return source


def _flags(wire: Json, kind: str, number: int) -> None:
    if kind == "GIF":
        wire["isGif"] = True
    if kind == "STICKER":
        wire["isSticker"] = True
    if kind == "VOICE":
        wire["isVoiceNote"] = True
        if number % 2:
            wire["transcription"] = {"transcription": "Hello, call me back.", "engine": "local", "language": "en"}


FIRST_ID = 1_340_000
DAY_MS = 86_400_000
Slot = tuple[int, int, int]
_MEDIA = ("IMAGE", "IMAGE", "IMAGE", "FILE", "VOICE", "AUDIO", "STICKER", "GIF")
_EMOJI = ("👍", "❤️", "😂", "😮", "🙏", "🏳️‍🌈", "a/b", "100%")


def times(seed: int, sizes: list[int]) -> list[list[Slot]]:
    """For every chat the (moment, id, sort key) of each of its rows, oldest first."""
    moments: list[tuple[int, int]] = []
    for chat, size in enumerate(sizes):
        draw = Draw(seed, f"times/{chat}")
        moment = SEED_ENDS_MS - chat * 3_000_000 - draw.number(1, 2_000_000)
        for _ in range(size):
            moments.append((moment, chat))
            moment -= int(draw.part() ** 3 * 3 * DAY_MS) + 1
    slots: list[list[Slot]] = [[] for _ in sizes]
    last = 0
    for number, (moment, chat) in enumerate(sorted(moments)):
        last = max(last + 1, first_key(moment))
        slots[chat].append((moment, FIRST_ID + number, last))
    return slots


class Scribe:
    """Writes the rows of one chat."""

    def __init__(self, seed: int, room: Room, files: dict[str, list[File]], media: MediaStore) -> None:
        self._draw = Draw(seed, f"rows/{room.id}")
        self._room, self._files, self._media = room, files, media
        self._network: Network = ACCOUNTS[room.account_id]
        self._authors = room.roster[-1:] + room.roster[: min(len(room.roster) - 1, 12)]

    def write(self, slots: list[Slot]) -> None:
        """Fill the chat."""
        for position, slot in enumerate(slots):
            row = self._row(slot)
            last = position == len(slots) - 1
            if not last and self._draw.chance(0.07) and self._react(row):
                pass
            elif not last and self._draw.chance(0.015):
                self._notice(row)
            else:
                self._message(row, recent=position >= len(slots) * 2 // 3)
            self._room.add(row)

    def _row(self, slot: Slot) -> Json:
        moment, number, key = slot
        author = self._draw.one(self._authors)
        row: Json = {
            "id": str(number),
            "chatID": self._room.id,
            "accountID": self._room.account_id,
            "senderID": author["id"],
            "senderName": author["fullName"],
            "timestamp": stamp(moment),
            "sortKey": str(key),
            "type": "TEXT",
            "isSender": bool(author.get("isSelf")),
        }
        return row

    def _target(self) -> Json | None:
        shown = [row for row in self._room.messages[-12:] if not row.get("isHidden") and not row.get("isDeleted")]
        return self._draw.one(shown) if shown else None

    def _react(self, row: Json) -> bool:
        target = self._target()
        if target is None:
            return False
        key, who = self._draw.one(_EMOJI), row["senderID"]
        own_id = f"{who}{key}" if self._network.many_reactions else who
        reactions: list[Json] = target.setdefault("reactions", [])
        reactions[:] = [reaction for reaction in reactions if reaction["id"] != own_id]
        reactions.append({"id": own_id, "reactionKey": key, "participantID": who, "emoji": key not in ("a/b", "100%")})
        row |= {"type": "REACTION", "text": key, "isHidden": True, "linkedMessageID": target["id"]}
        return True

    def _notice(self, row: Json) -> None:
        row |= {"type": "NOTICE", "text": f"{row['senderName']} changed the chat's picture", "isHidden": True}

    def _message(self, row: Json, *, recent: bool) -> None:
        draw = self._draw
        row["mentions"] = [] if recent else None
        if draw.chance(0.09):
            kind = draw.one(_MEDIA)
            attach_file(row, kind, draw.one(self._files[kind]), self._media)
        else:
            self._words(row)
        if draw.chance(0.06) and (target := self._target()) is not None:
            row["linkedMessageID"] = target["id"]
            if draw.chance(0.3) and "text" in row:
                row["text"] = REPLY_FALLBACK.format(name=target["senderName"], text=row["text"])
        self._fate(row)

    def _words(self, row: Json) -> None:
        draw = self._draw
        if draw.chance(0.05):
            row["text"], preview = link(draw)
            row["links"] = [preview]
        elif row["mentions"] is not None and draw.chance(0.06):
            who = draw.one(self._authors)
            row["mentions"] = ["@room"] if draw.chance(0.2) else [who["id"]]
            row["text"] = f'<a href="https://matrix.to/#/{who["id"]}">{who["fullName"]}</a>: {sentence(draw)}'
        elif draw.chance(0.01):
            row |= {"type": "LOCATION", "text": "geo:52.5,13.4"}
        else:
            row["text"] = message_text(draw)
        if draw.chance(0.02):
            del row["type"]

    def _fate(self, row: Json) -> None:
        draw = self._draw
        if row["isSender"]:
            self._delivered(row)
        if draw.chance(0.03) and "attachments" not in row:
            row["editedTimestamp"] = _later(row, draw.number(5_000, 600_000))
            row["text"] += " (edited)"
        elif draw.chance(0.02):
            kept = ("id", "chatID", "accountID", "senderID", "senderName", "timestamp", "sortKey", "type", "isSender")
            bones: Json = {key: row[key] for key in kept if key in row}
            row.clear()
            row |= bones | {"isDeleted": True}

    def _delivered(self, row: Json) -> None:
        others = [member["id"] for member in self._room.roster[:3] if not member.get("isSelf")]
        if self._network.reports_sends:
            status = "FAIL_PERMANENT" if self._draw.chance(0.01) else "SUCCESS"
            report: Json = {"status": status, "timestamp": _later(row, 900)}
            if status == "SUCCESS":
                report["deliveredToUsers"] = others
            else:
                report |= {"reason": "m.foreign_network_error", "message": "The network refused it"}
            row["sendStatus"] = report
        choice = self._draw.number(0, 2)
        row["seen"] = (True, _later(row, 60_000), dict.fromkeys(others, True))[choice]


def _later(row: Json, by_ms: int) -> str:
    """A moment after that of a row, but not after the end of the world."""
    return stamp(min(read_stamp(row["timestamp"]) + by_ms, SEED_ENDS_MS))
