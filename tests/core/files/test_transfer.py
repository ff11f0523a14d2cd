"""A transfer of several responses against a model of a server: it completes the file, or reports that it cannot."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from beeper_sdk._core.files.transfer import MAX_RESUMES, Transfer, TransferError

FILE = bytes(range(256)) * 4


class Server:
    """What a response can be: a part or the whole file, of a file that may have changed, which ends at any byte."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.content = FILE
        self.received = b""

    def respond(self, transfer: Transfer) -> bool:
        """Let the transfer receive one response. Whether its end was regular."""
        if self.data.draw(st.booleans(), label="the file changes"):
            self.content = self.data.draw(st.sampled_from([FILE, FILE[:900], b"x" * len(FILE)]))
        start = transfer.received if transfer.range else 0
        if self.data.draw(st.booleans(), label="ranges") and transfer.range and start < len(self.content):
            size = len(self.content)
            transfer.start(206, {"content-range": f"bytes {start}-{size - 1}/{size}"})
        else:
            start = 0
            transfer.start(200, {"content-length": str(len(self.content))})
        body = self.content[start:]
        end = self.data.draw(st.integers(0, len(body)), label="end")
        self.received += transfer.feed(body[:end])
        return end == len(body)


@given(data=st.data())
def test_it_completes_the_file_or_reports_that_it_changed(data: st.DataObject) -> None:
    server, transfer = Server(data), Transfer(len(FILE), attempts=3)
    try:
        for _ in range(20):
            regular = server.respond(transfer)
            if regular and transfer.is_complete():
                assert len(server.received) == transfer.received == len(FILE)
                return
            if not transfer.may_resume(cut=not regular):
                return
    except TransferError:
        return


def test_a_server_that_sends_single_bytes_is_left_in_the_end() -> None:
    transfer, count = Transfer(10**9, attempts=3), 0
    while True:
        transfer.start(206, {"content-range": f"bytes {count}-{10**9 - 1}/{10**9}"})
        transfer.feed(b"x")
        count += 1
        if not transfer.may_resume(cut=True):
            break
    assert count == MAX_RESUMES + 1


def test_the_size_is_the_larger_one_until_more_is_received() -> None:
    transfer = Transfer(10, attempts=1)
    assert transfer.size == 10
    transfer.start(200, {"transfer-encoding": "chunked"})
    transfer.feed(b"x" * 11)
    assert transfer.is_complete()
    sizes = [transfer.size]
    assert sizes == [None]
