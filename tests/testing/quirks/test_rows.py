"""Every observation of real servers, 1 to 49, has quirks, or is reproduced always."""

from __future__ import annotations

from beeper_sdk.testing import QUIRKS
from beeper_sdk.testing.quirks.rows import ALWAYS, ROWS
from tests.testing.known_chats import BOB, chat
from tests.testing.wire import Wire, enc

NAMED = {
    1: "send_then_500 send_then_hang",
    2: "slow_delivery",
    3: "stuck_has_more",
    4: "after_overlap",
    7: "ignore_limit",
    8: "participants_default",
    9: "stranger_sender",
    10: "no_is_sender no_is_self",
    11: "accounts_without_native",
    13: "html_text",
    15: "stale_edit",
    16: "asset_502 asset_error",
    18: "asset_missing_file",
    19: "reinstall",
    20: "backfill",
    21: "silent_edit",
    22: "epoch_timestamp empty_first_page",
    23: "ws_drop ws_gap ws_repeat",
    24: "state_initializing",
    25: "token_expires",
    26: "read_only_token read_only_401",
    27: "pinned_conflict",
    28: "ipv6_only",
    29: "redirect_elsewhere",
    30: "conflict",
    31: "success_body",
    32: "legacy_pages",
    33: "v0_errors",
    34: "v0_only no_v0",
    35: "odd_item bare_page",
    36: "start_drops_text",
    37: "lid_names number_titles",
    38: "dead_account",
    39: "success_false",
    40: "token_expired_text",
    41: "serve_untyped",
    42: "edit_too_late",
    43: "server_not_loaded",
    44: "ws_no_imessage ws_deaf",
    45: "bare_notice",
    46: "gif_as_image",
    47: "stale_filters",
    48: "port_moves",
    49: "frozen",
}
"""The quirks that reproduce what was seen, at least."""


def test_every_row_is_covered() -> None:
    assert list(ROWS) == list(range(1, 50))
    assert {row for row in ROWS if not ROWS[row]} == set(range(1, 50)) - NAMED.keys()
    assert all(ROWS[row] or ALWAYS[row] for row in ROWS)
    for row, names in NAMED.items():
        assert set(names.split()) <= set(ROWS[row]) <= QUIRKS.keys(), row


def test_items_of_a_page_are_newest_first_in_both_directions(shared: Wire) -> None:
    path = f"/v1/chats/{enc(BOB)}/messages"
    older = shared.get(path, cursor=shared.get(path)["oldestCursor"])
    newer = shared.get(path, cursor=older["newestCursor"], direction="after")
    for page in (older, newer):
        moments = [row["timestamp"] for row in page["items"]]
        assert len(moments) == 20
        assert moments == sorted(moments, reverse=True)


def test_unknown_names_are_ignored_and_a_comma_list_matches_nothing(shared: Wire) -> None:
    assert shared.get("/v1/chats", acountIDs="signal") == shared.get("/v1/chats")
    assert shared.get("/v1/chats", accountIDs="signal,imessage_self")["items"] == []
    assert shared.get("/v1/chats", accountIDs=["signal", "imessage_self"])["items"]


def test_reactions_and_notices_are_hidden_rows(shared: Wire) -> None:
    rows = [row for found in shared.fake.world.chats() for row in shared.fake.world.messages(found["id"])]
    events = [row for row in rows if row.get("type") in ("REACTION", "NOTICE")]
    assert {row["type"] for row in events} == {"REACTION", "NOTICE"}
    assert all(row["isHidden"] for row in events)
    targets = {row["linkedMessageID"] for row in events if row["type"] == "REACTION"}
    assert targets <= {row["id"] for row in rows}
    assert any("linkedMessageID" in row and row.get("type") == "TEXT" for row in rows)


def test_media_have_urls_of_several_schemes_and_keys(shared: Wire) -> None:
    rows = shared.fake.world.messages(chat(shared.fake, type="group")["id"])
    urls = [attached["srcURL"] for row in rows for attached in row.get("attachments", [])]
    assert {url.partition(":")[0] for url in urls} == {"mxc", "localmxc", "file"}
    assert any("encryptionInfoJSON=" in url for url in urls)
