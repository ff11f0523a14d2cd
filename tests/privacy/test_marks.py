"""Every field of the contract that holds text is marked as personal, or is here: looked at, and nobody's.

A new field without a mark fails this test. Mark it in openapi.yaml (x-beeper-pii), or name it here with the reason.
"""

from __future__ import annotations

import re

from beeper_sdk_client._contract import ENUMS, FIELDS  # noqa: TID251 - what is checked is the contract itself

PUBLIC = {
    "codes and states, for programs": """
        APIError.code Error.code MatrixError.errcode OAuthError.error AuthorizeCallbackResponse.error V0Error.code
        ValidationIssue.code VerificationError.code VerificationCancelRequest.code SendStatus.reason
        ServerInfoServer.status
    """,
    "kinds of things, named by the app": """
        Account.network Chat.network ChatWithPreview.network CreatedChat.network V0Account.network V0Chat.network
        Bridge.network Bridge.displayName Bridge.type AccountBridge.type GroupTypeCapabilities.type_description
        ChatCapabilities.formatting ChatCapabilities.attachments ChatCapabilities.allowedReactions
        AttachmentCapabilities.mimeTypes ProvisioningCapabilities.group_creation
        Transcription.engine Transcription.language
    """,
    "kinds of files": """
        AssetUploadBase64Request.mimeType AssetUploadMultipart.mimeType AssetUploadResult.mimeType Attachment.mimeType
        DraftAttachment.mimeType DraftAttachmentInput.mimeType MessageAttachmentInput.mimeType V0Attachment.mimeType
    """,
    "login steps, the same for everybody": """
        CompleteLoginStep.stepID CookiesLoginStep.stepID DisplayAndWaitLoginStep.stepID UserInputLoginStep.stepID
        CookiesLoginStep.url CookiesLoginStep.userAgent CookiesLoginStep.expectedFinalURLRegex
        CookiesLoginStep.extractJS CookieField.id CookieField.name
        LoginFlow.id LoginFlow.name LoginFlow.description LoginSessionCreateRequest.flowID
        LoginInputField.id LoginInputField.type LoginInputField.label LoginInputField.placeholder
        SetupRegistrationCopy.title SetupRegistrationCopy.usernamePlaceholder SetupRegistrationCopy.submit
        SetupRegistrationCopy.terms SetupStartResult.signInMethods
    """,
    "OAuth, as its standards name it": """
        ActiveTokenIntrospection.scope ClientRegistrationRequest.scope ClientRegistrationResponse.scope
        TokenResponse.scope TokenUserInfo.scope IntrospectRequest.token_type_hint AuthorizeCallbackRequest.codeChallenge
    """,
    "the program and the system it runs on": """
        AuthorizeClientInfo.version ServerInfoApp.name ServerInfoApp.version ServerInfoApp.bundle_id
        ServerInfoPlatform.os ServerInfoPlatform.arch ServerInfoPlatform.release
    """,
}
LOOKED_AT = {name for names in PUBLIC.values() for name in names.split()}


def test_every_field_of_text_is_marked_or_was_looked_at() -> None:
    unmarked = {
        f"{model}.{name}"
        for model, known in FIELDS.items()
        for name, field in known.items()
        if field.pii is None
        and re.search(r"\bstr\b", field.type)
        and "Json" not in field.type
        and field.type not in ENUMS
    } | {"ChatCapabilities.formatting"}
    maps = {name for name in LOOKED_AT if "dict[" in FIELDS[name.partition(".")[0]][name.partition(".")[2]].type}
    assert unmarked - LOOKED_AT == set(), "mark it in openapi.yaml, or say here why it is nobody's"
    assert LOOKED_AT - unmarked - maps == set(), "no longer there, or marked"


def test_fields_of_a_name_are_marked_alike() -> None:
    kinds_by_name: dict[str, set[str | None]] = {}
    for model, known in FIELDS.items():
        for name, field in known.items():
            if (
                name.endswith(("ID", "IDs"))
                and field.type in ("str", "list[str]")
                and f"{model}.{name}" not in LOOKED_AT
            ):
                kinds_by_name.setdefault(name, set()).add(field.pii)
    assert {name: kinds for name, kinds in kinds_by_name.items() if kinds != {"id"}} == {}
