import beeper_sdk
import os, json as j
import sys; from beeper_sdk import Beeper, RetryPolicy; print(sys.path)

print(os.name, j.dumps({}), beeper_sdk.__version__)
client = Beeper(access_token=os.environ["T"]); client.with_options(retry=RetryPolicy(attempts=1))
