"""POST each new message to a URL as JSON, at least once, in the order of arrival. From Beeper it only reads.

    python webhook_outbox.py https://example.com/hook
    python webhook_outbox.py https://example.com/hook --database hook.db --once

Messages and position are stored in one transaction: none is missed, wherever the program is killed. A POST is repeated
until the URL accepts it, with the same header Idempotency-Key, by which the receiver can ignore repetitions.
With --once it ends when all is delivered, or at the first failure: for cron jobs. Otherwise stop it with Ctrl-C.
The token comes from BEEPER_ACCESS_TOKEN or from `beeper login`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sqlite3
import sys
import threading
import time

import httpx

from beeper_sdk import Beeper, BeeperError
from beeper_sdk.changes import Batch, MessageAdded

TEMPORARY = (408, 425, 429)


class Outbox:
    """The database: a `PositionStore`, and the messages that were not delivered yet."""

    def __init__(self, path: str) -> None:
        self.database = sqlite3.connect(path)
        self.database.execute("pragma journal_mode=wal")
        self.database.execute("create table if not exists position (id integer primary key, text text)")
        self.database.execute("create table if not exists outbox (id integer primary key, key text unique, body text)")

    def load(self) -> str | None:
        """The position that was saved last."""
        row = self.database.execute("select text from position").fetchone()
        return None if row is None else str(row[0])

    def save(self, position: str, /) -> None:
        """Save the position, as a part of a transaction if one is open."""
        self.database.execute("replace into position values (0, ?)", (position,))
        self.database.commit()

    def add(self, batch: Batch) -> None:
        """Store messages and the position after them in one transaction."""
        for change in batch:
            if isinstance(change, MessageAdded):
                message = change.message
                key = hashlib.sha256(f"{message.chat_id} {message.id}".encode()).hexdigest()
                body = json.dumps({"key": key, "chat": change.chat.title, "message": message.to_dict()})
                self.database.execute("insert or ignore into outbox (key, body) values (?, ?)", (key, body))
        self.save(batch.position)

    def deliver(self, http: httpx.Client, url: str) -> bool:
        """POST what is stored, oldest first. Returns False at the first failure that may be temporary."""
        while row := self.database.execute("select key, body from outbox order by id limit 1").fetchone():
            headers = {"Content-Type": "application/json", "Idempotency-Key": row[0]}
            try:
                status = http.post(url, content=row[1], headers=headers).status_code
            except httpx.TransportError:
                return False
            if not 200 <= status < 500 or status in TEMPORARY:
                return False
            if status >= 300:
                print(f"the URL refused a message with status {status}", file=sys.stderr)
            with self.database:
                self.database.execute("delete from outbox where key = ?", row[:1])
        return True


def keep_delivering(path: str, url: str, added: threading.Event) -> None:
    """Deliver what is added. While the URL fails, try again after pauses that grow to a minute."""
    outbox, pause = Outbox(path), 1.0
    with httpx.Client() as http:
        while True:
            added.clear()
            if outbox.deliver(http, url):
                added.wait()
                pause = 1.0
            else:
                time.sleep(pause)
                pause = min(pause * 2, 60.0)


def main() -> None:
    """Read the arguments, store what is new, and deliver it."""
    parser = argparse.ArgumentParser(description="POST new messages to a URL.")
    parser.add_argument("url")
    parser.add_argument("--database", default="outbox.db", help="SQLite file (default: %(default)s)")
    parser.add_argument("--once", action="store_true", help="deliver what is new now, and end")
    given = parser.parse_args()
    outbox, added = Outbox(given.database), threading.Event()
    if not given.once:
        arguments = (given.database, given.url, added)
        threading.Thread(target=keep_delivering, args=arguments, daemon=True).start()
    with Beeper(read_only=True) as beeper:
        changes = beeper.changes(outbox)
        for batch in (changes.until_now() if given.once else changes).batches():
            with batch:
                outbox.add(batch)
            added.set()
    with httpx.Client() as http:
        if given.once and not outbox.deliver(http, given.url):
            sys.exit("the URL could not be reached, or failed; what is left is delivered by the next run")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
    except (BeeperError, OSError, ValueError) as error:  # ValueError: an argument or environment variable is invalid
        sys.exit(f"{type(error).__name__}: {error}")
