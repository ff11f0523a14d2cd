# @generated

"""Endpoints of the accounts operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Depends, Path, Security, params
from fastapi.security import HTTPAuthorizationCredentials

from .. import security
from .._generated import contract
from .._generated.contract import OperationDependencies
from .._runtime.server.application import Wiring, build, checked
from .._runtime.server.responses import dispatch
from .._runtime.server.security import (
    AsyncAuthorize,
    Authorize,
    PrincipalT,
    authenticate,
)
from ..services import AccountsService


def _add_accounts_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    accounts: AccountsService[object] = wiring.services["accounts"]
    accounts_list_handler = checked(
        accounts.accounts_list,
        "The accounts.accounts_list method of GET /v1/accounts",
        ("principal",),
        asynchronous=True,
    )

    accounts_list_authorize = wiring.authorizer()

    async def accounts_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            accounts_list_authorize,
            "Bearer",
        )

    async def accounts_list(
        *,
        principal: Annotated[object, Depends(accounts_list_principal)],
    ) -> object:
        return dispatch(
            await accounts_list_handler(
                principal=principal,
            ),
            contract.AccountsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/accounts",
        accounts_list,
        methods=["GET"],
        status_code=200,
        response_model=models.AccountsListResponse,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="accounts_list",
        tags=["Accounts"],
        summary="List connected accounts.",
        description="Accounts that the app runs natively (iMessage on macOS) can be missing from the list, although their chats and messages are available.",
        response_description="All accounts.",
        dependencies=wiring.dependencies.get("accounts_list"),
    )


def _add_accounts_retrieve(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    accounts: AccountsService[object] = wiring.services["accounts"]
    accounts_retrieve_handler = checked(
        accounts.accounts_retrieve,
        "The accounts.accounts_retrieve method of GET /v1/accounts/{accountID}",
        ("principal", "account_id"),
        asynchronous=True,
    )

    accounts_retrieve_authorize = wiring.authorizer()

    async def accounts_retrieve_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            accounts_retrieve_authorize,
            "Bearer",
        )

    async def accounts_retrieve(
        *,
        principal: Annotated[object, Depends(accounts_retrieve_principal)],
        account_id: Annotated[str, Path(alias="accountID", description="Account ID, as in Account.accountID.")],
    ) -> object:
        return dispatch(
            await accounts_retrieve_handler(
                principal=principal,
                account_id=account_id,
            ),
            contract.AccountsRetrieve.RESPONSES,
        )

    router.add_api_route(
        "/v1/accounts/{accountID}",
        accounts_retrieve,
        methods=["GET"],
        status_code=200,
        response_model=models.Account,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="accounts_retrieve",
        tags=["Accounts"],
        summary="Get one account.",
        description="An account that the app runs natively (iMessage on macOS) can be reported as not found.",
        response_description="The Account.",
        dependencies=wiring.dependencies.get("accounts_retrieve"),
    )


LITERAL_ROUTES: Final = (("accounts_list", _add_accounts_list),)
TEMPLATED_ROUTES: Final = (("accounts_retrieve", _add_accounts_retrieve),)


def build_router(
    *,
    accounts: AccountsService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the accounts operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"accounts": accounts},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
