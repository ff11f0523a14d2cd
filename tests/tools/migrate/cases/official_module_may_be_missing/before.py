try:
    import beeper_desktop_api
except ImportError:
    beeper_desktop_api = None

if beeper_desktop_api is not None:
    client = beeper_desktop_api.BeeperDesktop()
