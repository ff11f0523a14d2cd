# @generated

"""Classes that send the operations, one per group. Each is imported when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import by_module, lazy

if TYPE_CHECKING:
    from ._root import AsyncRootApi as AsyncRootApi
    from ._root import RootApi as RootApi
    from .accounts import AccountsApi as AccountsApi
    from .accounts import AccountsContactsApi as AccountsContactsApi
    from .accounts import AsyncAccountsApi as AsyncAccountsApi
    from .accounts import AsyncAccountsContactsApi as AsyncAccountsContactsApi
    from .app import AppApi as AppApi
    from .app import AppSetupApi as AppSetupApi
    from .app import AppSetupRecoveryKeyApi as AppSetupRecoveryKeyApi
    from .app import AppSetupRecoveryKeyResetApi as AppSetupRecoveryKeyResetApi
    from .app import AppSetupVerificationsApi as AppSetupVerificationsApi
    from .app import AppSetupVerificationsQrApi as AppSetupVerificationsQrApi
    from .app import AppSetupVerificationsSasApi as AppSetupVerificationsSasApi
    from .app import AsyncAppApi as AsyncAppApi
    from .app import AsyncAppSetupApi as AsyncAppSetupApi
    from .app import AsyncAppSetupRecoveryKeyApi as AsyncAppSetupRecoveryKeyApi
    from .app import AsyncAppSetupRecoveryKeyResetApi as AsyncAppSetupRecoveryKeyResetApi
    from .app import AsyncAppSetupVerificationsApi as AsyncAppSetupVerificationsApi
    from .app import AsyncAppSetupVerificationsQrApi as AsyncAppSetupVerificationsQrApi
    from .app import AsyncAppSetupVerificationsSasApi as AsyncAppSetupVerificationsSasApi
    from .assets import AssetsApi as AssetsApi
    from .assets import AsyncAssetsApi as AsyncAssetsApi
    from .bridges import AsyncBridgesApi as AsyncBridgesApi
    from .bridges import AsyncBridgesLoginFlowsApi as AsyncBridgesLoginFlowsApi
    from .bridges import AsyncBridgesLoginsApi as AsyncBridgesLoginsApi
    from .bridges import AsyncBridgesLoginSessionsApi as AsyncBridgesLoginSessionsApi
    from .bridges import AsyncBridgesLoginSessionsStepsApi as AsyncBridgesLoginSessionsStepsApi
    from .bridges import BridgesApi as BridgesApi
    from .bridges import BridgesLoginFlowsApi as BridgesLoginFlowsApi
    from .bridges import BridgesLoginsApi as BridgesLoginsApi
    from .bridges import BridgesLoginSessionsApi as BridgesLoginSessionsApi
    from .bridges import BridgesLoginSessionsStepsApi as BridgesLoginSessionsStepsApi
    from .chats import AsyncChatsApi as AsyncChatsApi
    from .chats import AsyncChatsMessagesApi as AsyncChatsMessagesApi
    from .chats import AsyncChatsMessagesReactionsApi as AsyncChatsMessagesReactionsApi
    from .chats import AsyncChatsRemindersApi as AsyncChatsRemindersApi
    from .chats import ChatsApi as ChatsApi
    from .chats import ChatsMessagesApi as ChatsMessagesApi
    from .chats import ChatsMessagesReactionsApi as ChatsMessagesReactionsApi
    from .chats import ChatsRemindersApi as ChatsRemindersApi
    from .info import AsyncInfoApi as AsyncInfoApi
    from .info import InfoApi as InfoApi
    from .labels import AsyncLabelsApi as AsyncLabelsApi
    from .labels import LabelsApi as LabelsApi
    from .matrix import AsyncMatrixApi as AsyncMatrixApi
    from .matrix import MatrixApi as MatrixApi
    from .messages import AsyncMessagesApi as AsyncMessagesApi
    from .messages import MessagesApi as MessagesApi
    from .oauth import AsyncOauthApi as AsyncOauthApi
    from .oauth import OauthApi as OauthApi
    from .v0 import AsyncV0Api as AsyncV0Api
    from .v0 import V0Api as V0Api

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy(
        __name__,
        by_module(
            _root="AsyncRootApi RootApi",
            accounts="AccountsApi AccountsContactsApi AsyncAccountsApi AsyncAccountsContactsApi",
            app="AppApi AppSetupApi AppSetupRecoveryKeyApi AppSetupRecoveryKeyResetApi AppSetupVerificationsApi "
            "AppSetupVerificationsQrApi AppSetupVerificationsSasApi AsyncAppApi AsyncAppSetupApi "
            "AsyncAppSetupRecoveryKeyApi AsyncAppSetupRecoveryKeyResetApi AsyncAppSetupVerificationsApi "
            "AsyncAppSetupVerificationsQrApi AsyncAppSetupVerificationsSasApi",
            assets="AssetsApi AsyncAssetsApi",
            bridges="AsyncBridgesApi AsyncBridgesLoginFlowsApi AsyncBridgesLoginsApi AsyncBridgesLoginSessionsApi "
            "AsyncBridgesLoginSessionsStepsApi BridgesApi BridgesLoginFlowsApi BridgesLoginsApi "
            "BridgesLoginSessionsApi BridgesLoginSessionsStepsApi",
            chats="AsyncChatsApi AsyncChatsMessagesApi AsyncChatsMessagesReactionsApi AsyncChatsRemindersApi ChatsApi "
            "ChatsMessagesApi ChatsMessagesReactionsApi ChatsRemindersApi",
            info="AsyncInfoApi InfoApi",
            labels="AsyncLabelsApi LabelsApi",
            matrix="AsyncMatrixApi MatrixApi",
            messages="AsyncMessagesApi MessagesApi",
            oauth="AsyncOauthApi OauthApi",
            v0="AsyncV0Api V0Api",
        ),
        (),
    )
    __all__ = __dir__()
