from beeper_desktop_api import *

client = BeeperDesktop()
