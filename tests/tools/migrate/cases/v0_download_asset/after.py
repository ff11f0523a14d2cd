from beeper_sdk import Beeper

beeper = Beeper()
asset = beeper.assets.download(url="mxc://beeper.com/abc")
print(asset.src_url or asset.error)
