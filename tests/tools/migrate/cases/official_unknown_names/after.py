from beeper_sdk import Beeper
from beeper_desktop_api import Stream, file_from_path
from beeper_desktop_api.pagination import SyncCursorSearch
from beeper_desktop_api.types import ChatListParams
import beeper_sdk
import beeper_desktop_api as bd

params: ChatListParams = {"limit": 10}
client = Beeper()
print(file_from_path("a"), Stream, SyncCursorSearch, bd.DEFAULT_TIMEOUT, beeper_sdk.errors.RateLimitError)
