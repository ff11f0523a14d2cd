import beeper_sdk

beeper = beeper_sdk.Beeper(access_token="t")
print(beeper.oauth.userinfo().scope)
