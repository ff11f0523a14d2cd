"""The pages at ``/_fake/``: no script, nothing from elsewhere, everything escaped; the cookie opens them, no verb."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import httpx
import pytest

from beeper_sdk._core.util.override import override
from tests.testing.control.remote import Remote

NASTY = "<script>alert(\"1\")</script> & 'quoted' \ud800"
VOID = {"meta", "link"}


class Parsed(HTMLParser):
    """The tags of a page and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(page)
        assert self.open == []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @override
    def handle_data(self, data: str) -> None:
        if "style" not in self.open and data.strip():
            self.texts.append(data.strip())


@pytest.fixture
def browser(remote: Remote) -> Iterator[httpx.Client]:
    """A browser that opened the address with the token."""
    headers = {"accept": "text/html,application/xhtml+xml", "sec-fetch-site": "none", "sec-fetch-mode": "navigate"}
    with httpx.Client(base_url=remote.fake.url, headers=headers, trust_env=False, verify=False) as client:
        answer = client.get("/_fake/", params={"token": remote.fake.control_token})
        assert (answer.status_code, answer.headers["location"]) == (303, "/_fake/")
        yield client


def seen(browser: httpx.Client, path: str, status: int = 200) -> Parsed:
    answer = browser.get(path)
    assert answer.status_code == status
    headers = answer.headers
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    style = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in style]
    policy = headers["content-security-policy"].split("; ")
    assert policy[:2] == ["default-src 'none'", f"style-src 'sha256-{hashes[0]}'"]
    page = Parsed(answer.text)
    _is_harmless(page)
    return page


def _is_harmless(page: Parsed) -> None:
    assert {tag for tag, _ in page.tags} & {"script", "img", "iframe", "form", "object", "base"} == set()
    assert [attributes for tag, attributes in page.tags if tag == "link"] == [{"rel": "icon", "href": "data:,"}]
    for _, attributes in [one for one in page.tags if one[0] != "link"]:
        assert [name for name in attributes if name.startswith("on") or name in ("src", "style")] == []
        assert (attributes.get("href") or "/_fake/").startswith("/_fake/")


def test_the_cookie_is_for_pages_only(remote: Remote) -> None:
    url, token = remote.fake.control_url, remote.fake.control_token
    cookie = httpx.get(f"{url}/?token={token}", trust_env=False).headers["set-cookie"]
    port = remote.fake.url.rpartition(":")[2]
    assert re.fullmatch(rf"beeper_fake_{port}=[0-9a-f]{{64}}; HttpOnly; SameSite=Strict; Path=/_fake", cookie)
    pair = cookie.partition(";")[0]
    with httpx.Client(headers={"cookie": f"other=1; {pair}"}, trust_env=False, verify=False) as client:
        assert client.get(f"{url}/").is_success
        assert client.get(f"{url}/requests", headers={"accept": "text/html"}).is_success
        for method, path in (("GET", "/requests"), ("GET", "/server"), ("GET", "/openapi.json"), ("POST", "/reset")):
            assert client.request(method, url + path).status_code == 401
        for method in ("POST", "PUT", "DELETE"):
            assert client.request(method, f"{url}/requests", headers={"accept": "text/html"}).status_code == 401
        value = pair.partition("=")[2]
        assert client.get(f"{url}/server", headers={"authorization": f"Bearer {value}"}).status_code == 401
        assert client.get(f"{url}/", headers={"authorization": "Bearer wrong-token"}).status_code == 401


def test_without_the_cookie_a_person_learns_what_to_do(remote: Remote) -> None:
    for query in ("", "?token=wrong", "?token="):
        answer = httpx.get(f"{remote.fake.control_url}/{query}", headers={"accept": "text/html"}, trust_env=False)
        assert answer.status_code == 401
        assert "Open <code>/_fake/?token=…</code> with the control token" in answer.text
        assert "set-cookie" not in answer.headers


def test_the_token_in_the_query_opens_the_first_page_only(remote: Remote) -> None:
    token = remote.fake.control_token
    for path in ("/requests", "/server", "/chats/x"):
        assert httpx.get(f"{remote.fake.control_url}{path}?token={token}", trust_env=False).status_code == 401
    assert httpx.post(f"{remote.fake.control_url}/?token={token}", trust_env=False).status_code == 401


def test_chats_are_listed(browser: httpx.Client) -> None:
    page = seen(browser, "/_fake/")
    assert page.texts[page.texts.index("Unread") + 1 :][:6] == [
        "Bob Birchwood", "WhatsApp", "2", "Hiking", "WhatsApp", "0",
    ]  # fmt: skip
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links[:3] == ["/_fake/", "/_fake/requests", "/_fake/chats/%21bob%3Asmall.local"]
    assert "Bob Birchwood" in seen(browser, "/_fake").texts


def test_messages_of_a_chat_come_in_pages_of_fifty(remote: Remote, browser: httpx.Client) -> None:
    chat = remote.fake.world.add_chat("Long", ["Bob"])
    bob = remote.fake.world.person("Bob")
    for number in range(120):
        bob.send(chat, f"text {number}")
    path = f"/_fake/chats/{chat}".replace("!", "%21").replace(":", "%3A")
    read: list[list[str]] = []
    for number, links in ((1, ["Older"]), (2, ["Newer", "Older"]), (3, ["Newer"])):
        page = seen(browser, f"{path}?page={number}")
        assert page.texts[0] == "Long"
        assert [text for text in page.texts if text in ("Newer", "Older")] == links
        read.insert(0, [text for text in page.texts if text.startswith("text ")])
    assert [len(each) for each in read] == [20, 50, 50]
    assert [text for texts in read for text in texts] == [f"text {number}" for number in range(120)]


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999", "²", ""])
def test_an_odd_page_number_is_no_failure(browser: httpx.Client, number: str) -> None:
    assert "Bob Birchwood" in seen(browser, f"/_fake/chats/%21bob%3Asmall.local?page={number}").texts


def test_a_chat_that_does_not_exist_is_404(browser: httpx.Client) -> None:
    assert "No such chat" in seen(browser, "/_fake/chats/%3Cscript%3E", 404).texts


def test_files_and_deleted_messages_are_named(remote: Remote, browser: httpx.Client) -> None:
    bob = remote.fake.world.person("Bob")
    bob.send("Bob Birchwood", file=("<b>.txt", b"a"))
    bob.delete(bob.send("Bob Birchwood", "gone"))
    page = seen(browser, "/_fake/chats/%21bob%3Asmall.local")
    assert "[<b>.txt]" in page.texts
    assert "deleted" in page.texts
    assert "gone" not in page.texts


def test_everything_is_escaped(remote: Remote, browser: httpx.Client) -> None:
    world = remote.fake.world
    chat = world.add_chat(NASTY, ["<b>Eve</b> Nasty"], network="Signal")
    world.person("<b>Eve</b> Nasty").send(chat, NASTY)
    shown = NASTY.replace("\ud800", "\ufffd")
    assert shown in seen(browser, "/_fake/").texts
    page = seen(browser, f"/_fake/chats/{chat}")
    assert page.texts.count(shown) == 3  # the title of the window, the heading and the message
    assert "<b>Eve</b> Nasty" in page.texts


def test_requests_are_listed_newest_first(remote: Remote, browser: httpx.Client) -> None:
    with httpx.Client(base_url=remote.fake.url, trust_env=False, verify=False) as client:
        client.get("/v1/accounts", headers={"authorization": f"Bearer {remote.fake.token}"})
        client.get("/v1/<script>")
        client.get("/v1/chats?cursor=secret")
    page = seen(browser, "/_fake/requests")
    cells = page.texts[page.texts.index("Operation") + 1 :]
    assert cells[:4] == ["GET", "/v1/chats", "401", "chats.list"]
    assert cells[4:7] == ["GET", "/v1/%3Cscript%3E", "404"]
    assert cells[7:11] == ["GET", "/v1/accounts", "200", "accounts.list"]
    assert remote.fake.token not in "".join(page.texts)


def test_looking_changes_nothing(remote: Remote, browser: httpx.Client) -> None:
    before = remote.fake.world.chats()
    for path in ("/_fake/", "/_fake/chats/%21bob%3Asmall.local", "/_fake/requests"):
        seen(browser, path)
        assert browser.head(path).status_code == 200
    assert (remote.fake.world.chats(), len(remote.fake.requests)) == (before, 0)


def test_a_failure_inside_is_a_page(browser: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from beeper_sdk.testing.control import pages

    monkeypatch.setattr(pages, "_requests", None)
    assert "Internal server error" in seen(browser, "/_fake/requests", 500).texts
