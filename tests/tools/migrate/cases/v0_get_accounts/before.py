from beeper_sdk import v0

with v0.Client() as beeper:
    for account in beeper.get_accounts():
        print(account.account_id)
