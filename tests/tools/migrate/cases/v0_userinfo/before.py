import beeper_sdk

beeper = beeper_sdk.v0.Client(access_token="t")
print(beeper.userinfo().scope)
