"""The methods of the official SDK."""

from __future__ import annotations

METHODS: dict[str, frozenset[str]] = {
    "4.1.296": frozenset({
        "focus", "search", "accounts.list", "accounts.contacts.search", "assets.download", "chats.create",
        "chats.retrieve", "chats.list", "chats.archive", "chats.search", "chats.reminders.create",
        "chats.reminders.delete", "messages.list", "messages.search", "messages.send",
    }),
    "4.2.0": frozenset({
        "accounts.contacts.list", "assets.serve", "assets.upload", "assets.upload_base64", "info.retrieve",
        "messages.update", "chats.messages.reactions.add", "chats.messages.reactions.delete",
    }),
    "5.0.0": frozenset({
        "chats.mark_read", "chats.mark_unread", "chats.notify_anyway", "chats.start", "chats.update",
        "messages.delete", "messages.retrieve",
    }),
    "6.0.0": frozenset({
        "accounts.retrieve", "bridges.list", "bridges.retrieve", "bridges.retrieve_capabilities", "labels.list",
        "bridges.login_flows.list", "bridges.login_sessions.cancel", "bridges.login_sessions.create",
        "bridges.login_sessions.retrieve", "bridges.login_sessions.steps.submit", "bridges.logins.list",
        "bridges.logins.remove", "bridges.logins.retrieve", "app.setup.email", "app.setup.register",
        "app.setup.response", "app.setup.retrieve", "app.setup.start", "app.setup.recovery_key.verify",
        "app.setup.recovery_key.reset.confirm", "app.setup.recovery_key.reset.create",
        "app.setup.verifications.accept", "app.setup.verifications.cancel", "app.setup.verifications.create",
        "app.setup.verifications.list", "app.setup.verifications.retrieve",
        "app.setup.verifications.qr.confirm_scanned", "app.setup.verifications.qr.scan",
        "app.setup.verifications.sas.confirm", "app.setup.verifications.sas.start",
    }),
}  # fmt: skip
"""Methods by the release that added them; none has been removed since."""
