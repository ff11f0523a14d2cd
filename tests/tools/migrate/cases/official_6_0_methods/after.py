from beeper_sdk import Beeper, models

client = Beeper()


def log_in(bridge_id: str) -> models.LoginSession:
    print(client.labels.list(), client.accounts.retrieve("whatsapp").bridge)
    flow = client.bridges.login_flows.list(bridge_id).items[0]
    session = client.bridges.login_sessions.create(bridge_id, flow_id=flow.id)
    started: models.SetupStartResult = client.app.setup.start()
    print(started.setup_request_id, models.Label, models.BridgeLogin, models.AccountBridge)
    return client.bridges.login_sessions.steps.submit(
        "step", bridge_id=bridge_id, login_session_id=session.login_session_id, type="user_input"
    )
