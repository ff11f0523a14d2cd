from beeper_sdk import Beeper

with Beeper() as beeper:
    for account in beeper.accounts.list():
        print(account.account_id)
