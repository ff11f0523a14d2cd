"""What is told of a token: to its holder, and to anybody who has it (RFC 7662)."""

from __future__ import annotations

from ..wire.json_values import Json
from ..wire.tokens import Token


def user_info(token: Token) -> Json:
    """The facts about a token that its holder may know."""
    info: Json = {
        "sub": token.id,
        "scope": " ".join(token.scopes),
        "iat": token.issued_at,
        "token_use": "access",
    }
    if token.expires_at is not None:
        info["exp"] = token.expires_at
    if token.client_id is not None:
        info |= {"aud": token.client_id, "client_id": token.client_id}
    return info


def introspection(token: Token | None, issuer: str, app: dict[str, str]) -> Json:
    """RFC 7662: the facts about any token."""
    if token is None:
        return {"active": False}
    facts: Json = {key: value for key, value in user_info(token).items() if key != "token_use"}
    client: Json = {}
    if token.client_id is not None:
        client = {"id": token.client_id, "name": token.client_name}
    facts |= {"nbf": token.issued_at, "iss": issuer, "app": app, "client": client}
    return {"active": True, "token_type": "Bearer", **facts}
