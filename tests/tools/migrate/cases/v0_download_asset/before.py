from beeper_sdk import v0

beeper = v0.Client()
asset = beeper.download_asset(url="mxc://beeper.com/abc")
print(asset.src_url or asset.error)
