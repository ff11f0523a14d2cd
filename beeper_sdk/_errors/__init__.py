"""The errors, in groups. Users import them from `beeper_sdk.errors`, and that is where they say they are from."""
