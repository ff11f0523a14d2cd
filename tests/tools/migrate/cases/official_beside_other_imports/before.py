import os, beeper_desktop_api, json as j
import sys; from beeper_desktop_api import BeeperDesktop; print(sys.path)

print(os.name, j.dumps({}), beeper_desktop_api.__version__)
client = BeeperDesktop(access_token=os.environ["T"]); client.copy(max_retries=0)
