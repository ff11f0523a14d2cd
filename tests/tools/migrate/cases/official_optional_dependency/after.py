from beeper_sdk import RetryPolicy
try:
    from beeper_sdk import Beeper as BeeperDesktop
except ImportError:
    BeeperDesktop = None


def client():
    if BeeperDesktop is None:
        raise RuntimeError("install the SDK")
    return BeeperDesktop(retry=RetryPolicy(attempts=4))


print(client().accounts.list())
