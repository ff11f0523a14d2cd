from beeper_desktop_api import BeeperDesktop, Stream, file_from_path
from beeper_desktop_api.pagination import SyncCursorSearch
from beeper_desktop_api.types import ChatListParams
import beeper_desktop_api as bd

params: ChatListParams = {"limit": 10}
client = BeeperDesktop()
print(file_from_path("a"), Stream, SyncCursorSearch, bd.DEFAULT_TIMEOUT, bd.RateLimitError)
