# @generated

"""Endpoints of the contacts operations; regenerate them instead of editing."""

from collections.abc import Sequence
from typing import Annotated, Final

from beeper_sdk_server import models
from fastapi import APIRouter, Depends, Path, Query, Security, params
from fastapi.security import HTTPAuthorizationCredentials
from pydantic import Field, StringConstraints

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
from ..services import ContactsService


def _add_accounts_contacts_search(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    contacts: ContactsService[object] = wiring.services["contacts"]
    accounts_contacts_search_handler = checked(
        contacts.accounts_contacts_search,
        "The contacts.accounts_contacts_search method of GET /v1/accounts/{accountID}/contacts",
        ("principal", "account_id", "query"),
        asynchronous=True,
    )

    accounts_contacts_search_authorize = wiring.authorizer()

    async def accounts_contacts_search_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            accounts_contacts_search_authorize,
            "Bearer",
        )

    async def accounts_contacts_search(
        *,
        principal: Annotated[object, Depends(accounts_contacts_search_principal)],
        account_id: Annotated[str, Path(alias="accountID", description="Account ID, as in Account.accountID.")],
        query: Annotated[
            str,
            StringConstraints(min_length=1),
            Query(
                alias="query",
                description="Text to search for, at least 1 character. A phone number, an e-mail address or an @username is looked up exactly on the network; other text searches known contacts.",
            ),
        ],
    ) -> object:
        return dispatch(
            await accounts_contacts_search_handler(
                principal=principal,
                account_id=account_id,
                query=query,
            ),
            contract.AccountsContactsSearch.RESPONSES,
        )

    router.add_api_route(
        "/v1/accounts/{accountID}/contacts",
        accounts_contacts_search,
        methods=["GET"],
        status_code=200,
        response_model=models.ContactSearchResult,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="accounts_contacts_search",
        tags=["Contacts"],
        summary="Search contacts of an account.",
        description="Searches known contacts and the network. A phone number, an e-mail address or an @username is looked up exactly. Not paginated. Before app 4.2.557 it searched the network only.",
        response_description="The matches.",
        dependencies=wiring.dependencies.get("accounts_contacts_search"),
    )


def _add_accounts_contacts_list(
    router: APIRouter,
    wiring: Wiring,
) -> None:
    contacts: ContactsService[object] = wiring.services["contacts"]
    accounts_contacts_list_handler = checked(
        contacts.accounts_contacts_list,
        "The contacts.accounts_contacts_list method of GET /v1/accounts/{accountID}/contacts/list",
        ("principal", "account_id", "cursor", "direction", "limit", "query"),
        asynchronous=True,
    )

    accounts_contacts_list_authorize = wiring.authorizer()

    async def accounts_contacts_list_principal(
        *,
        bearer: Annotated[HTTPAuthorizationCredentials | None, Security(security.bearer, scopes=["read"])],
    ) -> object:
        return await authenticate(
            ((("bearer", ("read",)),),),
            {"bearer": bearer},
            accounts_contacts_list_authorize,
            "Bearer",
        )

    async def accounts_contacts_list(
        *,
        principal: Annotated[object, Depends(accounts_contacts_list_principal)],
        account_id: Annotated[str, Path(alias="accountID", description="Account ID, as in Account.accountID.")],
        cursor: Annotated[
            str | None,
            Query(
                alias="cursor",
                description="Opaque cursor: oldestCursor or newestCursor of a page. Starts at the first page if omitted.",
            ),
        ] = None,
        direction: Annotated[
            models.Direction | None,
            Query(
                alias="direction",
                description="Use `before` with oldestCursor for older items, or `after` with newestCursor for newer ones. The default is `before`.",
            ),
        ] = None,
        limit: Annotated[int, Field(ge=1, le=200), Query(alias="limit", description="Contacts per page.")] = 50,
        query: Annotated[
            Annotated[str, StringConstraints(min_length=1)] | None,
            Query(alias="query", description="Only contacts that match this text, at least 1 character."),
        ] = None,
    ) -> object:
        return dispatch(
            await accounts_contacts_list_handler(
                principal=principal,
                account_id=account_id,
                cursor=cursor,
                direction=direction,
                limit=limit,
                query=query,
            ),
            contract.AccountsContactsList.RESPONSES,
        )

    router.add_api_route(
        "/v1/accounts/{accountID}/contacts/list",
        accounts_contacts_list,
        methods=["GET"],
        status_code=200,
        response_model=models.ContactPage,
        response_model_by_alias=True,
        response_model_exclude_unset=True,
        operation_id="accounts_contacts_list",
        tags=["Contacts"],
        summary="List merged contacts of an account.",
        response_description="A page of contacts.",
        dependencies=wiring.dependencies.get("accounts_contacts_list"),
    )


LITERAL_ROUTES: Final = ()
TEMPLATED_ROUTES: Final = (
    ("accounts_contacts_search", _add_accounts_contacts_search),
    ("accounts_contacts_list", _add_accounts_contacts_list),
)


def build_router(
    *,
    contacts: ContactsService[PrincipalT],
    authorize: Authorize[PrincipalT] | AsyncAuthorize[PrincipalT],
    dependencies: Sequence[params.Depends] = (),
    operation_dependencies: OperationDependencies | None = None,
    prefix: str = "",
) -> APIRouter:
    """Register the contacts operations on a new router, literal paths first."""
    return build(
        (*LITERAL_ROUTES, *TEMPLATED_ROUTES),
        services={"contacts": contacts},
        authorize=authorize,
        dependencies=dependencies,
        operation_dependencies=operation_dependencies,
        prefix=prefix,
    )
