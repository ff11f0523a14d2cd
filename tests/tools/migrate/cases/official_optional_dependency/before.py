try:
    from beeper_desktop_api import BeeperDesktop
except ImportError:
    BeeperDesktop = None


def client():
    if BeeperDesktop is None:
        raise RuntimeError("install the SDK")
    return BeeperDesktop(max_retries=3)


print(client().accounts.list())
