import httpx
from beeper_sdk import AsyncBeeper, Beeper, RetryPolicy

retries = 4
plain = Beeper(retry=RetryPolicy(attempts=1))
named = Beeper(access_token="t", base_url="http://localhost:23373", retry=RetryPolicy(attempts=retries + 1), timeout=20.0)
laid_out = Beeper(
    headers={"X-Bot": "1"},  # who we are
    retry=RetryPolicy(attempts=(retries if retries else 2) + 1),
    timeout=httpx.Timeout(10, connect=2),
)
proxied = Beeper(http_client=httpx.Client(proxy="http://proxy:1"), strict=True)
later = AsyncBeeper(http_client=httpx.AsyncClient())
far = Beeper(base_url="http://desk.lan:23373", default_query={"a": "b"})
