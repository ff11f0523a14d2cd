# @generated

"""Build the router and the application of every selected operation from the services that implement them."""

from collections.abc import Sequence
from typing import Any, Final

from fastapi import APIRouter, FastAPI, params

from ._generated.contract import OperationDependencies
from ._generated.openapi import serve_source_openapi
from ._runtime.server.application import build, error_handlers, validation_error_handler
from ._runtime.server.security import (
    AsyncAuthorize,
    Authorize,
    Credentials,
    PrincipalT,
    RequirementSets,
)
from .routers import (
    accounts,
    assets,
    bridges,
    chats,
    contacts,
    desktop,
    labels,
    matrix,
    messages,
    oauth,
    server,
    setup,
    v0,
)
from .services import (
    AccountsService,
    AssetsService,
    BridgesService,
    ChatsService,
    ContactsService,
    DesktopService,
    LabelsService,
    MatrixService,
    MessagesService,
    OauthService,
    ServerService,
    SetupService,
    V0Service,
)

ROUTES: Final = (
    *desktop.LITERAL_ROUTES,
    *accounts.LITERAL_ROUTES,
    *contacts.LITERAL_ROUTES,
    *bridges.LITERAL_ROUTES,
    *chats.LITERAL_ROUTES,
    *messages.LITERAL_ROUTES,
    *labels.LITERAL_ROUTES,
    *assets.LITERAL_ROUTES,
    *server.LITERAL_ROUTES,
    *setup.LITERAL_ROUTES,
    *oauth.LITERAL_ROUTES,
    *matrix.LITERAL_ROUTES,
    *v0.LITERAL_ROUTES,
    *desktop.TEMPLATED_ROUTES,
    *accounts.TEMPLATED_ROUTES,
    *contacts.TEMPLATED_ROUTES,
    *bridges.TEMPLATED_ROUTES,
    *chats.TEMPLATED_ROUTES,
    *messages.TEMPLATED_ROUTES,
    *labels.TEMPLATED_ROUTES,
    *assets.TEMPLATED_ROUTES,
    *server.TEMPLATED_ROUTES,
    *setup.TEMPLATED_ROUTES,
    *oauth.TEMPLATED_ROUTES,
    *matrix.TEMPLATED_ROUTES,
    *v0.TEMPLATED_ROUTES,
)
INFO: Final[dict[str, Any]] = {
    "title": "Beeper Desktop API",
    "description": "The local HTTP API of Beeper Desktop and Beeper Server: accounts, chats, messages, contacts, media and sign-in. Timestamps are ISO 8601 with a zone, except in OAuth (Unix seconds) and in remindAtMs (Unix milliseconds). Unknown fields and unknown enum values can come with any app version. Every answer carries the header X-Beeper-Desktop-Version.",
    "version": "1.0.0",
    "openapi_tags": [
        {"name": "Desktop", "description": "The app itself, and search over chats and messages."},
        {"name": "Accounts", "description": "The chat accounts that are connected to Beeper."},
        {"name": "Contacts", "description": "The people that an account can reach: search or list them."},
        {
            "name": "Bridges",
            "description": "The connectors to chat networks: what they support, and their logins.",
            "x-beeper-groups": {
                "bridges.login_flows": "The ways in which a bridge can connect an account.",
                "bridges.logins": "The logins of a bridge: list, read and remove them.",
                "bridges.login_sessions": "Connect or reconnect an account, step by step.",
                "bridges.login_sessions.steps": "The steps of a sign-in session.",
            },
        },
        {
            "name": "Chats",
            "description": "Chats: list, search, create and change them.",
            "x-beeper-groups": {"chats.reminders": "Reminders of chats: set and clear them."},
        },
        {
            "name": "Messages",
            "description": "Messages: list, search, send, edit and delete them.",
            "x-beeper-groups": {
                "chats.messages": "The messages of a chat: their reactions.",
                "chats.messages.reactions": "Reactions to messages: add and remove them.",
            },
        },
        {"name": "Labels", "description": "The labels with which the user groups chats."},
        {"name": "Assets", "description": "Media files: download, stream and upload them."},
        {"name": "Server", "description": "The running app: its version, its endpoints and its OpenAPI document."},
        {
            "name": "Setup",
            "description": "Sign in to Beeper and set up encryption.",
            "x-beeper-groups": {
                "app": "The app: sign in to Beeper and set up encryption.",
                "app.setup.recovery_key": "The recovery key, which unlocks encrypted messages.",
                "app.setup.recovery_key.reset": "Replace the recovery key.",
                "app.setup.verifications": "Verify this device with another one.",
                "app.setup.verifications.qr": "Verify a device with a QR code.",
                "app.setup.verifications.sas": "Verify a device by comparing emoji.",
            },
        },
        {"name": "Oauth", "description": "Access tokens of this API: OAuth 2.0 with PKCE."},
        {"name": "Matrix", "description": "The Matrix client-server API, passed through to the homeserver."},
        {"name": "V0", "description": "Version 0 of the API, deprecated since app 4.1.294."},
    ],
    "servers": [{"url": "http://127.0.0.1:23373", "description": "The app on this machine, on its default port."}],
}


def build_router(
    *,
    desktop: DesktopService[PrincipalT],
    accounts: AccountsService[PrincipalT],
    contacts: ContactsService[PrincipalT],
    bridges: BridgesService[PrincipalT],
    chats: ChatsService[PrincipalT],
    messages: MessagesService[PrincipalT],
    labels: LabelsService[PrincipalT],
    assets: AssetsService[PrincipalT],
    server: ServerService[PrincipalT],
    setup: SetupService[PrincipalT],
    oauth: OauthService[PrincipalT],
    matrix: MatrixService[PrincipalT],
    v0: V0Service[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register every operation on a new router, literal paths first."""
    return build(
        ROUTES,
        services={
            "desktop": desktop,
            "accounts": accounts,
            "contacts": contacts,
            "bridges": bridges,
            "chats": chats,
            "messages": messages,
            "labels": labels,
            "assets": assets,
            "server": server,
            "setup": setup,
            "oauth": oauth,
            "matrix": matrix,
            "v0": v0,
        },
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )


def create_app(
    *,
    desktop: DesktopService[PrincipalT],
    accounts: AccountsService[PrincipalT],
    contacts: ContactsService[PrincipalT],
    bridges: BridgesService[PrincipalT],
    chats: ChatsService[PrincipalT],
    messages: MessagesService[PrincipalT],
    labels: LabelsService[PrincipalT],
    assets: AssetsService[PrincipalT],
    server: ServerService[PrincipalT],
    setup: SetupService[PrincipalT],
    oauth: OauthService[PrincipalT],
    matrix: MatrixService[PrincipalT],
    v0: V0Service[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
    source_openapi: bool = True,
    **fastapi_kwargs: Any,
) -> FastAPI:
    """Create the application with every operation, passing the other keyword arguments to FastAPI.

    Validation errors leave out the request's values, unless exception_handlers handles RequestValidationError. The
    application serves the source OpenAPI document of its operations, or FastAPI's own with source_openapi=False.
    """
    fastapi_kwargs["exception_handlers"] = error_handlers(fastapi_kwargs.get("exception_handlers"))
    app = FastAPI(**{**INFO, **fastapi_kwargs})
    app.include_router(
        build_router(
            desktop=desktop,
            accounts=accounts,
            contacts=contacts,
            bridges=bridges,
            chats=chats,
            messages=messages,
            labels=labels,
            assets=assets,
            server=server,
            setup=setup,
            oauth=oauth,
            matrix=matrix,
            v0=v0,
            authorize=authorize,
            operation_dependencies=operation_dependencies,
            prefix=prefix,
        )
    )
    if source_openapi:
        serve_source_openapi(app, prefix=prefix, metadata=fastapi_kwargs)
    return app


__all__ = [
    "AsyncAuthorize",
    "Authorize",
    "Credentials",
    "OperationDependencies",
    "RequirementSets",
    "build_router",
    "create_app",
    "serve_source_openapi",
    "validation_error_handler",
]
