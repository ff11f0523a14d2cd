import httpx
from beeper_desktop_api import AsyncBeeperDesktop, BeeperDesktop, DefaultAsyncHttpxClient, DefaultHttpxClient, Timeout

retries = 4
plain = BeeperDesktop(max_retries=0)
named = BeeperDesktop(access_token="t", base_url="http://localhost:23373", max_retries=retries, timeout=Timeout(20.0))
laid_out = BeeperDesktop(
    default_headers={"X-Bot": "1"},  # who we are
    max_retries=retries if retries else 2,
    timeout=httpx.Timeout(10, connect=2),
)
proxied = BeeperDesktop(http_client=DefaultHttpxClient(proxy="http://proxy:1"), _strict_response_validation=True)
later = AsyncBeeperDesktop(http_client=DefaultAsyncHttpxClient())
far = BeeperDesktop(base_url="http://desk.lan:23373", default_query={"a": "b"})
