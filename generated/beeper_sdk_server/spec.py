# @generated

"""The spec that this package was compiled from, as JSON. The fake server serves it, as the app serves its own."""

from __future__ import annotations

SPEC = r"""{
 "openapi": "3.1.0",
 "info": {
  "title": "Beeper Desktop API",
  "version": "1.0.0",
  "description": "The local HTTP API of Beeper Desktop and Beeper Server: accounts, chats, messages, contacts, media and sign-in. Timestamps are ISO 8601 with a zone, except in OAuth (Unix seconds) and in remindAtMs (Unix milliseconds). Unknown fields and unknown enum values can come with any app version. Every answer carries the header X-Beeper-Desktop-Version."
 },
 "servers": [
  {
   "url": "http://127.0.0.1:23373",
   "description": "The app on this machine, on its default port."
  }
 ],
 "tags": [
  {
   "name": "Desktop",
   "description": "The app itself, and search over chats and messages."
  },
  {
   "name": "Accounts",
   "description": "The chat accounts that are connected to Beeper."
  },
  {
   "name": "Contacts",
   "description": "The people that an account can reach: search or list them."
  },
  {
   "name": "Bridges",
   "description": "The connectors to chat networks: what they support, and their logins.",
   "x-beeper-groups": {
    "bridges.login_flows": "The ways in which a bridge can connect an account.",
    "bridges.logins": "The logins of a bridge: list, read and remove them.",
    "bridges.login_sessions": "Connect or reconnect an account, step by step.",
    "bridges.login_sessions.steps": "The steps of a sign-in session."
   }
  },
  {
   "name": "Chats",
   "description": "Chats: list, search, create and change them.",
   "x-beeper-groups": {
    "chats.reminders": "Reminders of chats: set and clear them."
   }
  },
  {
   "name": "Messages",
   "description": "Messages: list, search, send, edit and delete them.",
   "x-beeper-groups": {
    "chats.messages": "The messages of a chat: their reactions.",
    "chats.messages.reactions": "Reactions to messages: add and remove them."
   }
  },
  {
   "name": "Labels",
   "description": "The labels with which the user groups chats."
  },
  {
   "name": "Assets",
   "description": "Media files: download, stream and upload them."
  },
  {
   "name": "Server",
   "description": "The running app: its version, its endpoints and its OpenAPI document."
  },
  {
   "name": "Setup",
   "description": "Sign in to Beeper and set up encryption.",
   "x-beeper-groups": {
    "app": "The app: sign in to Beeper and set up encryption.",
    "app.setup.recovery_key": "The recovery key, which unlocks encrypted messages.",
    "app.setup.recovery_key.reset": "Replace the recovery key.",
    "app.setup.verifications": "Verify this device with another one.",
    "app.setup.verifications.qr": "Verify a device with a QR code.",
    "app.setup.verifications.sas": "Verify a device by comparing emoji."
   }
  },
  {
   "name": "Oauth",
   "description": "Access tokens of this API: OAuth 2.0 with PKCE."
  },
  {
   "name": "Matrix",
   "description": "The Matrix client-server API, passed through to the homeserver."
  },
  {
   "name": "V0",
   "description": "Version 0 of the API, deprecated since app 4.1.294."
  }
 ],
 "security": [],
 "paths": {
  "/v1/focus": {
   "post": {
    "operationId": "focus",
    "tags": [
     "Desktop"
    ],
    "summary": "Bring Beeper to the front.",
    "description": "Optionally opens a chat, jumps to a message, or prefills text or an image. draftText is plain text here, not Markdown.",
    "x-beeper-method": "focus",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/FocusRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Whether the app was brought to the front.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/FocusResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/search": {
   "get": {
    "operationId": "search",
    "tags": [
     "Desktop"
    ],
    "summary": "Search once for chats, groups by participant and messages.",
    "description": "Not paginated: use `chats.search` and `messages.search` for more results.",
    "x-beeper-method": "search",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "name": "query",
      "in": "query",
      "required": true,
      "description": "Words as typed, matched literally. At least 1 character.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "dinner",
      "x-beeper-pii": "text"
     }
    ],
    "responses": {
     "200": {
      "description": "Chats, groups and messages found.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/UnifiedSearchResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/accounts": {
   "get": {
    "operationId": "accounts_list",
    "tags": [
     "Accounts"
    ],
    "summary": "List connected accounts.",
    "description": "Accounts that the app runs natively (iMessage on macOS) can be missing from the list, although their chats and messages are available.",
    "x-beeper-method": "accounts.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "responses": {
     "200": {
      "description": "All accounts.",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/Account"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/accounts/{accountID}": {
   "get": {
    "operationId": "accounts_retrieve",
    "tags": [
     "Accounts"
    ],
    "summary": "Get one account.",
    "description": "An account that the app runs natively (iMessage on macOS) can be reported as not found.",
    "x-beeper-method": "accounts.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountID"
     }
    ],
    "responses": {
     "200": {
      "description": "The Account.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Account"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/accounts/{accountID}/contacts": {
   "get": {
    "operationId": "accounts_contacts_search",
    "tags": [
     "Contacts"
    ],
    "summary": "Search contacts of an account.",
    "description": "Searches known contacts and the network. A phone number, an e-mail address or an @username is looked up exactly. Not paginated. Before app 4.2.557 it searched the network only.",
    "x-beeper-method": "accounts.contacts.search",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountID"
     },
     {
      "name": "query",
      "in": "query",
      "required": true,
      "description": "Text to search for, at least 1 character. A phone number, an e-mail address or an @username is looked up exactly on the network; other text searches known contacts.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "+15550100",
      "x-beeper-pii": "text"
     }
    ],
    "responses": {
     "200": {
      "description": "The matches.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ContactSearchResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/accounts/{accountID}/contacts/list": {
   "get": {
    "operationId": "accounts_contacts_list",
    "tags": [
     "Contacts"
    ],
    "summary": "List merged contacts of an account.",
    "x-beeper-method": "accounts.contacts.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.2.557",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountID"
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "$ref": "#/components/parameters/Direction"
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Contacts per page.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 200,
       "default": 50
      }
     },
     {
      "name": "query",
      "in": "query",
      "description": "Only contacts that match this text, at least 1 character.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "alice",
      "x-beeper-pii": "text"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of contacts.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ContactPage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges": {
   "get": {
    "operationId": "bridges_list",
    "tags": [
     "Bridges"
    ],
    "summary": "List bridges with their connected accounts.",
    "description": "Not paginated: all bridges are in one response.",
    "x-beeper-method": "bridges.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "responses": {
     "200": {
      "description": "All bridges.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/BridgeList"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}": {
   "get": {
    "operationId": "bridges_retrieve",
    "tags": [
     "Bridges"
    ],
    "summary": "Get one bridge.",
    "x-beeper-method": "bridges.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     }
    ],
    "responses": {
     "200": {
      "description": "The Bridge.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Bridge"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/capabilities": {
   "get": {
    "operationId": "bridges_retrieve_capabilities",
    "tags": [
     "Bridges"
    ],
    "summary": "Get advanced capabilities of a bridge.",
    "x-beeper-method": "bridges.retrieve_capabilities",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     }
    ],
    "responses": {
     "200": {
      "description": "The capabilities.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ProvisioningCapabilities"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/login-flows": {
   "get": {
    "operationId": "bridges_login_flows_list",
    "tags": [
     "Bridges"
    ],
    "summary": "List sign-in flows of a bridge.",
    "x-beeper-method": "bridges.login_flows.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     }
    ],
    "responses": {
     "200": {
      "description": "The sign-in flows.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LoginFlowList"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/logins": {
   "get": {
    "operationId": "bridges_logins_list",
    "tags": [
     "Bridges"
    ],
    "summary": "List logins of a bridge.",
    "x-beeper-method": "bridges.logins.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     }
    ],
    "responses": {
     "200": {
      "description": "The logins.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/BridgeLoginList"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/logins/{loginID}": {
   "get": {
    "operationId": "bridges_logins_retrieve",
    "tags": [
     "Bridges"
    ],
    "summary": "Get one login of a bridge.",
    "x-beeper-method": "bridges.logins.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     },
     {
      "$ref": "#/components/parameters/LoginID"
     }
    ],
    "responses": {
     "200": {
      "description": "The login.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/BridgeLogin"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/logins/{loginID}/remove": {
   "post": {
    "operationId": "bridges_logins_remove",
    "tags": [
     "Bridges"
    ],
    "summary": "Remove a login.",
    "description": "From this device or everywhere.",
    "x-beeper-method": "bridges.logins.remove",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     },
     {
      "$ref": "#/components/parameters/LoginID"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/BridgeLoginRemoveRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "What was removed.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/BridgeLoginRemoval"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/login-sessions": {
   "post": {
    "operationId": "bridges_login_sessions_create",
    "tags": [
     "Bridges"
    ],
    "summary": "Start a sign-in session on a bridge.",
    "description": "Connects a new account unless loginID or accountID is given.",
    "x-beeper-method": "bridges.login_sessions.create",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/LoginSessionCreateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The session with its current step.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LoginSession"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}": {
   "get": {
    "operationId": "bridges_login_sessions_retrieve",
    "tags": [
     "Bridges"
    ],
    "summary": "Get one sign-in session.",
    "x-beeper-method": "bridges.login_sessions.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     },
     {
      "$ref": "#/components/parameters/LoginSessionID"
     }
    ],
    "responses": {
     "200": {
      "description": "The session with its current step.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LoginSession"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "delete": {
    "operationId": "bridges_login_sessions_cancel",
    "tags": [
     "Bridges"
    ],
    "summary": "Cancel a sign-in session.",
    "description": "Returns the cancelled session.",
    "x-beeper-method": "bridges.login_sessions.cancel",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     },
     {
      "$ref": "#/components/parameters/LoginSessionID"
     }
    ],
    "responses": {
     "200": {
      "description": "Cancelled.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LoginSessionCancellation"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/bridges/{bridgeID}/login-sessions/{loginSessionID}/steps/{stepID}": {
   "post": {
    "operationId": "bridges_login_sessions_steps_submit",
    "tags": [
     "Bridges"
    ],
    "summary": "Submit the current step of a sign-in session.",
    "description": "Returns the session with its next step. For a step of type display_and_wait, the call blocks until the person has acted.",
    "x-beeper-method": "bridges.login_sessions.steps.submit",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/BridgeID"
     },
     {
      "$ref": "#/components/parameters/LoginSessionID"
     },
     {
      "name": "stepID",
      "in": "path",
      "required": true,
      "description": "ID of the current step.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "fi.mau.whatsapp.login.qr"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/LoginStepSubmitRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The session with its current step.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LoginSession"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats": {
   "get": {
    "operationId": "chats_list",
    "tags": [
     "Chats"
    ],
    "summary": "List chats of all accounts.",
    "description": "Ordered by last activity, newest first. Each chat includes at most 20 participants. The members of a merged chat are not listed, only the merged chat is. To list unread chats only, use `chats.search`.",
    "x-beeper-method": "chats.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id",
     "order": "newest-first"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountIDs"
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "$ref": "#/components/parameters/Direction"
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Chats per page. Apps up to 4.3.0 ignore it and return 25.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 200,
       "default": 25
      },
      "x-beeper-since": "4.3.1"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of chats with their last messages.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ChatWithPreviewPage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "post": {
    "operationId": "chats_create",
    "tags": [
     "Chats"
    ],
    "summary": "Create a direct or group chat from user IDs.",
    "description": "Apps before 4.2.808 return only the ID of the chat. In apps 4.2.557 to 4.2.807, opening a direct chat with a person was part of this operation.",
    "x-beeper-method": "chats.create",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ChatCreateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The chat; only its ID before app 4.2.808.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ChatCreateResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/start": {
   "post": {
    "operationId": "chats_start",
    "tags": [
     "Chats"
    ],
    "summary": "Open a direct chat with a person.",
    "description": "Looks the person up by the given data. An existing direct chat is reused.",
    "x-beeper-method": "chats.start",
    "x-beeper-effect": "once",
    "x-beeper-any-of": [
     "user"
    ],
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ChatStartRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/CreatedChat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/search": {
   "get": {
    "operationId": "chats_search",
    "tags": [
     "Chats"
    ],
    "summary": "Search chats.",
    "description": "Searches titles and networks, or participants. Ordered by last activity, newest first. Each chat includes at most 20 participants.",
    "x-beeper-method": "chats.search",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id",
     "order": "newest-first"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountIDs"
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "$ref": "#/components/parameters/Direction"
     },
     {
      "name": "inbox",
      "in": "query",
      "description": "Only chats in this inbox; all chats if omitted. The primary inbox follows the rules of the app.",
      "schema": {
       "$ref": "#/components/schemas/InboxName"
      }
     },
     {
      "name": "includeMuted",
      "in": "query",
      "description": "Include muted chats.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     },
     {
      "name": "labelID",
      "in": "query",
      "description": "Only chats with this label.",
      "schema": {
       "type": "string"
      },
      "example": "label-1",
      "x-beeper-since": "4.3.1",
      "x-beeper-pii": "id"
     },
     {
      "name": "lastActivityAfter",
      "in": "query",
      "description": "Only chats active after this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-08-01T00:00:00.000Z"
     },
     {
      "name": "lastActivityBefore",
      "in": "query",
      "description": "Only chats active before this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-09-01T00:00:00.000Z"
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Chats per page.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 200,
       "default": 50
      }
     },
     {
      "name": "query",
      "in": "query",
      "description": "Literal words, at least 1 character. All must match; case is ignored. Omit it to match all chats.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "dinner",
      "x-beeper-pii": "text"
     },
     {
      "name": "scope",
      "in": "query",
      "description": "Where to look: titles (and networks) or participants.",
      "schema": {
       "$ref": "#/components/schemas/ChatSearchScope",
       "default": "titles"
      }
     },
     {
      "name": "type",
      "in": "query",
      "description": "Kind of chat.",
      "schema": {
       "$ref": "#/components/schemas/ChatTypeFilter",
       "default": "any"
      }
     },
     {
      "name": "unreadOnly",
      "in": "query",
      "description": "Only chats with unread messages.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ]
      }
     }
    ],
    "responses": {
     "200": {
      "description": "A page of chats.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ChatPage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}": {
   "get": {
    "operationId": "chats_retrieve",
    "tags": [
     "Chats"
    ],
    "summary": "Get one chat.",
    "x-beeper-method": "chats.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "name": "maxParticipantCount",
      "in": "query",
      "description": "Members to return: 0 to 500, or -1 for all. The default is 100 since app 4.2.808 and was -1 in apps 4.1.294 to 4.2.807.",
      "schema": {
       "type": [
        "integer",
        "null"
       ],
       "minimum": -1,
       "maximum": 500,
       "default": 100
      },
      "example": 50
     }
    ],
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Chat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "patch": {
    "operationId": "chats_update",
    "tags": [
     "Chats"
    ],
    "summary": "Change the state of a chat.",
    "description": "Changes the title, topic, avatar, draft, inbox, notifications, pin or disappearing timer. What is omitted is not changed. Replacing a draft needs two calls: first null, then the new draft.",
    "x-beeper-method": "chats.update",
    "x-beeper-effect": "idempotent",
    "x-beeper-any-of": [
     "title",
     "description",
     "imgURL",
     "draft",
     "isArchived",
     "isLowPriority",
     "isMuted",
     "isPinned",
     "messageExpirySeconds"
    ],
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ChatUpdateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Chat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/archive": {
   "post": {
    "operationId": "chats_archive",
    "tags": [
     "Chats"
    ],
    "summary": "Archive or restore a chat.",
    "description": "Some builds between app 4.2.509 and 4.2.557 respond with a body, which is ignored.",
    "x-beeper-method": "chats.archive",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ChatArchiveRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Done, as some builds between app 4.2.509 and 4.2.557 respond.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LegacyActionResult"
        }
       }
      }
     },
     "204": {
      "description": "Done; no body."
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/read": {
   "post": {
    "operationId": "chats_mark_read",
    "tags": [
     "Chats"
    ],
    "summary": "Mark a chat read.",
    "description": "Optionally only up to one message.",
    "x-beeper-method": "chats.mark_read",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ChatMarkReadRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Chat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/unread": {
   "post": {
    "operationId": "chats_mark_unread",
    "tags": [
     "Chats"
    ],
    "summary": "Mark a chat unread.",
    "description": "Optionally only from one message on. An archived chat returns to the inbox.",
    "x-beeper-method": "chats.mark_unread",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ChatMarkUnreadRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Chat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/notify-anyway": {
   "post": {
    "operationId": "chats_notify_anyway",
    "tags": [
     "Chats"
    ],
    "summary": "Notify the recipient in spite of their focus state.",
    "description": "For iMessage on macOS; other networks respond with an error.",
    "x-beeper-method": "chats.notify_anyway",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/EmptyRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Chat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/reminders": {
   "post": {
    "operationId": "chats_reminders_create",
    "tags": [
     "Chats"
    ],
    "summary": "Set the reminder of a chat.",
    "description": "Apps before 4.2.808 expect Unix milliseconds; the SDK converts the time for them.",
    "x-beeper-method": "chats.reminders.create",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ReminderCreateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Done, as some builds between app 4.2.509 and 4.2.557 respond.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LegacyActionResult"
        }
       }
      }
     },
     "204": {
      "description": "Done; no body."
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "delete": {
    "operationId": "chats_reminders_delete",
    "tags": [
     "Chats"
    ],
    "summary": "Clear the reminder of a chat.",
    "x-beeper-method": "chats.reminders.delete",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "responses": {
     "200": {
      "description": "Done, as some builds between app 4.2.509 and 4.2.557 respond.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/LegacyActionResult"
        }
       }
      }
     },
     "204": {
      "description": "Done; no body."
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/messages/{messageID}/reactions": {
   "post": {
    "operationId": "chats_messages_reactions_add",
    "tags": [
     "Messages"
    ],
    "summary": "React to a message.",
    "x-beeper-method": "chats.messages.reactions.add",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.2.557",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "$ref": "#/components/parameters/MessageID"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ReactionAddRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Queued.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ReactionAddResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/messages/{messageID}/reactions/{reactionKey}": {
   "delete": {
    "operationId": "chats_messages_reactions_delete",
    "tags": [
     "Messages"
    ],
    "summary": "Remove a reaction of the user.",
    "description": "In apps 4.2.557 to 4.2.807 the key is a query parameter of DELETE …/reactions; the SDK converts it.",
    "x-beeper-method": "chats.messages.reactions.delete",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "$ref": "#/components/parameters/MessageID"
     },
     {
      "name": "reactionKey",
      "in": "path",
      "required": true,
      "description": "Reaction key, as it was added.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "👍",
      "x-beeper-pii": "id"
     }
    ],
    "responses": {
     "200": {
      "description": "Queued.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ReactionDeleteResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/messages": {
   "get": {
    "operationId": "messages_list",
    "tags": [
     "Messages"
    ],
    "summary": "List messages of a chat.",
    "description": "Each page holds about 20 messages, newest first, in both directions. The server may set hasMore to true even at the start of the history; pagination stops at an empty page, a repeated cursor, or a page without a new message. A merged chat has no messages of its own. Before app 4.2.808 pages have no cursors, and the sortKey of the last message is used instead.",
    "x-beeper-method": "messages.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id",
     "order": "newest-first",
     "fallback": "sortKey"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "$ref": "#/components/parameters/Direction"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of messages.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MessagePage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "post": {
    "operationId": "messages_send",
    "tags": [
     "Messages"
    ],
    "summary": "Send text, one attachment, or both.",
    "description": "A successful response means that the message is queued; whether it was delivered is reported later, in Message.sendStatus. The API has no idempotency key, so sending the same message again can deliver it twice. Read-only chats (Chat.isReadOnly) reject messages.",
    "x-beeper-method": "messages.send",
    "x-beeper-effect": "once",
    "x-beeper-any-of": [
     "text",
     "attachment"
    ],
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MessageSendRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Queued.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MessageSendResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/messages/search": {
   "get": {
    "operationId": "messages_search",
    "tags": [
     "Messages"
    ],
    "summary": "Search messages across chats.",
    "description": "The response includes the chats of the messages that were found.",
    "x-beeper-method": "messages.search",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountIDs"
     },
     {
      "$ref": "#/components/parameters/ChatIDs"
     },
     {
      "name": "chatType",
      "in": "query",
      "description": "Only chats of this kind.",
      "schema": {
       "$ref": "#/components/schemas/ChatType"
      }
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "name": "dateAfter",
      "in": "query",
      "description": "Only messages strictly after this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-08-01T00:00:00.000Z"
     },
     {
      "name": "dateBefore",
      "in": "query",
      "description": "Only messages strictly before this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-09-01T00:00:00.000Z"
     },
     {
      "$ref": "#/components/parameters/Direction"
     },
     {
      "name": "excludeLowPriority",
      "in": "query",
      "description": "Exclude chats in the low-priority inbox.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     },
     {
      "name": "includeMuted",
      "in": "query",
      "description": "Include muted chats.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Messages per page.",
      "schema": {
       "type": "integer",
       "maximum": 20,
       "exclusiveMinimum": 0,
       "default": 20
      }
     },
     {
      "name": "mediaTypes",
      "in": "query",
      "description": "Only messages with one of these kinds of media.",
      "style": "form",
      "explode": true,
      "schema": {
       "type": "array",
       "items": {
        "$ref": "#/components/schemas/MediaType"
       }
      },
      "example": [
       "image",
       "video"
      ]
     },
     {
      "name": "query",
      "in": "query",
      "description": "Literal words, in any order. If omitted, only the other filters apply.",
      "schema": {
       "type": "string",
       "minLength": 0
      },
      "example": "dinner",
      "x-beeper-pii": "text"
     },
     {
      "name": "sender",
      "in": "query",
      "description": "Only messages of this sender: me, others or a user ID.",
      "schema": {
       "type": "string"
      },
      "example": "me",
      "x-beeper-pii": "id"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of messages, with their chats.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MessageSearchPage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/chats/{chatID}/messages/{messageID}": {
   "get": {
    "operationId": "messages_retrieve",
    "tags": [
     "Messages"
    ],
    "summary": "Get one message.",
    "description": "Accepts a final ID, a pendingMessageID or a Matrix event ID.",
    "x-beeper-method": "messages.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "$ref": "#/components/parameters/MessageID"
     }
    ],
    "responses": {
     "200": {
      "description": "The Message.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/Message"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "put": {
    "operationId": "messages_update",
    "tags": [
     "Messages"
    ],
    "summary": "Edit the text of a message.",
    "description": "Messages with attachments cannot be edited. Before app 4.2.808 the response holds only IDs.",
    "x-beeper-method": "messages.update",
    "x-beeper-effect": "idempotent",
    "x-beeper-any-of": [
     "text"
    ],
    "x-beeper-since": "4.2.499",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "$ref": "#/components/parameters/MessageID"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MessageUpdateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The message; only its IDs before app 4.2.808.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MessageUpdateResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "delete": {
    "operationId": "messages_delete",
    "tags": [
     "Messages"
    ],
    "summary": "Delete a message.",
    "description": "Only final IDs are accepted; pending IDs are rejected. By default the message is deleted for everyone.",
    "x-beeper-method": "messages.delete",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.2.808",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/ChatID"
     },
     {
      "$ref": "#/components/parameters/MessageID"
     },
     {
      "name": "forEveryone",
      "in": "query",
      "description": "If true, delete for everyone, where the network allows it; if false, only for the user.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     }
    ],
    "responses": {
     "200": {
      "description": "Deleted; the body, if any, is ignored."
     },
     "204": {
      "description": "Deleted; no body."
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/labels": {
   "get": {
    "operationId": "labels_list",
    "tags": [
     "Labels"
    ],
    "summary": "List the labels of the user, by name.",
    "x-beeper-method": "labels.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.1",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "responses": {
     "200": {
      "description": "All labels.",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/Label"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/assets/download": {
   "post": {
    "operationId": "assets_download",
    "tags": [
     "Assets"
    ],
    "summary": "Fetch media and get its local URL.",
    "description": "Downloads the file to the machine of the app and returns its local URL. A failed download can be a successful response that holds only `error`.",
    "x-beeper-method": "assets.download",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.294",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/AssetDownloadRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The local URL, or why not.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AssetDownloadResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/assets/serve": {
   "get": {
    "operationId": "assets_serve",
    "tags": [
     "Assets"
    ],
    "summary": "Stream a media file.",
    "description": "The app downloads the file first if it is not cached. Returns a part of the file if a byte range is given. Status 502 means that the file is permanently unavailable.",
    "x-beeper-method": "assets.serve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.2.509",
    "x-beeper-final": [
     502
    ],
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "name": "url",
      "in": "query",
      "required": true,
      "description": "mxc://, localmxc:// or file:// URL of the media.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "mxc://beeper.local/abc123",
      "x-beeper-pii": "media_url"
     },
     {
      "name": "Range",
      "in": "header",
      "description": "Byte range, e.g. bytes=0-1023.",
      "schema": {
       "type": "string"
      },
      "example": "bytes=0-1023"
     }
    ],
    "responses": {
     "200": {
      "description": "The file.",
      "content": {
       "application/octet-stream": {
        "schema": {
         "type": "string",
         "format": "binary"
        }
       }
      }
     },
     "206": {
      "description": "The part of the file that was asked for.",
      "content": {
       "application/octet-stream": {
        "schema": {
         "type": "string",
         "format": "binary"
        }
       }
      }
     },
     "304": {
      "description": "Not changed; no body."
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "416": {
      "$ref": "#/components/responses/RangeNotSatisfiable"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/assets/upload": {
   "post": {
    "operationId": "assets_upload",
    "tags": [
     "Assets"
    ],
    "summary": "Upload a file.",
    "description": "The upload is temporary, for use in messages and drafts. At most 500 MB, sent as a multipart form.",
    "x-beeper-method": "assets.upload",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.2.499",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "multipart/form-data": {
       "schema": {
        "$ref": "#/components/schemas/AssetUploadMultipart"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The upload handle.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AssetUploadResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/assets/upload/base64": {
   "post": {
    "operationId": "assets_upload_base64",
    "tags": [
     "Assets"
    ],
    "summary": "Upload a file as a base64 string.",
    "description": "The upload is temporary, for use in messages and drafts. The file is sent as a base64 string in JSON.",
    "x-beeper-method": "assets.upload_base64",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.2.499",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/AssetUploadBase64Request"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The upload handle.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AssetUploadResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/info": {
   "get": {
    "operationId": "info_retrieve",
    "tags": [
     "Server"
    ],
    "summary": "Facts about the running app and its endpoints.",
    "description": "Returns versions, addresses and the available endpoints.",
    "x-beeper-method": "info.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.2.557",
    "security": [],
    "responses": {
     "200": {
      "description": "Facts about the app.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ServerInfo"
        }
       }
      }
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     }
    }
   }
  },
  "/v1/spec": {
   "get": {
    "operationId": "info_spec",
    "tags": [
     "Server"
    ],
    "summary": "The OpenAPI document of the running app.",
    "description": "Describes exactly what the running app supports. It is not known whether a token is needed; one is sent if available.",
    "x-beeper-method": "info.spec",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.2.557",
    "security": [
     {},
     {
      "bearer": []
     }
    ],
    "responses": {
     "200": {
      "description": "The OpenAPI document.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/OpenAPIDocument"
        }
       }
      }
     }
    }
   }
  },
  "/v1/app/setup": {
   "get": {
    "operationId": "app_setup_retrieve",
    "tags": [
     "Setup"
    ],
    "summary": "Get the state of sign-in and encryption setup.",
    "description": "No token is needed before sign-in; afterwards the read scope is required.",
    "x-beeper-method": "app.setup.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {},
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "responses": {
     "200": {
      "description": "The present state.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AppStateSnapshot"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/start": {
   "post": {
    "operationId": "app_setup_start",
    "tags": [
     "Setup"
    ],
    "summary": "Begin sign-in or sign-up.",
    "description": "Sign-in or sign-up; no request body.",
    "x-beeper-method": "app.setup.start",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [],
    "responses": {
     "200": {
      "description": "The setup request.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/SetupStartResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/email": {
   "post": {
    "operationId": "app_setup_email",
    "tags": [
     "Setup"
    ],
    "summary": "Send a sign-in code by e-mail.",
    "x-beeper-method": "app.setup.email",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/SetupEmailRequest"
       }
      }
     }
    },
    "responses": {
     "204": {
      "description": "Done; no body."
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/response": {
   "post": {
    "operationId": "app_setup_response",
    "tags": [
     "Setup"
    ],
    "summary": "Finish sign-in with the code from the e-mail.",
    "description": "Returns the signed-in session, or that there is no account yet and registration is needed.",
    "x-beeper-method": "app.setup.response",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/SetupResponseRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Signed in, or registration is needed.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/SetupResponseResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/register": {
   "post": {
    "operationId": "app_setup_register",
    "tags": [
     "Setup"
    ],
    "summary": "Create the Beeper account and finish sign-in.",
    "x-beeper-method": "app.setup.register",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/SetupRegisterRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Signed in.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/SetupCompleteResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verification/recovery-key": {
   "post": {
    "operationId": "app_setup_recovery_key_verify",
    "tags": [
     "Setup"
    ],
    "summary": "Unlock encrypted messages with the recovery key.",
    "x-beeper-method": "app.setup.recovery_key.verify",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/RecoveryKeyRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/SessionResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verification/recovery-key/reset": {
   "post": {
    "operationId": "app_setup_recovery_key_reset_create",
    "tags": [
     "Setup"
    ],
    "summary": "Create a new recovery key.",
    "description": "The new key takes effect once it is confirmed.",
    "x-beeper-method": "app.setup.recovery_key.reset.create",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/RecoveryKeyResetRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The new key and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/RecoveryKeyResetResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verification/recovery-key/reset/confirm": {
   "post": {
    "operationId": "app_setup_recovery_key_reset_confirm",
    "tags": [
     "Setup"
    ],
    "summary": "Confirm the new recovery key, so that it takes effect.",
    "x-beeper-method": "app.setup.recovery_key.reset.confirm",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/RecoveryKeyRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/SessionResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications": {
   "get": {
    "operationId": "app_setup_verifications_list",
    "tags": [
     "Setup"
    ],
    "summary": "List pending and active verifications.",
    "x-beeper-method": "app.setup.verifications.list",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "responses": {
     "200": {
      "description": "The verifications.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationList"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   },
   "post": {
    "operationId": "app_setup_verifications_create",
    "tags": [
     "Setup"
    ],
    "summary": "Start verifying this device from another one.",
    "x-beeper-method": "app.setup.verifications.create",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/VerificationCreateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/{verificationID}": {
   "get": {
    "operationId": "app_setup_verifications_retrieve",
    "tags": [
     "Setup"
    ],
    "summary": "Get one verification.",
    "x-beeper-method": "app.setup.verifications.retrieve",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/VerificationID"
     }
    ],
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/{verificationID}/accept": {
   "post": {
    "operationId": "app_setup_verifications_accept",
    "tags": [
     "Setup"
    ],
    "summary": "Accept an incoming verification.",
    "x-beeper-method": "app.setup.verifications.accept",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/VerificationID"
     }
    ],
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/{verificationID}/cancel": {
   "post": {
    "operationId": "app_setup_verifications_cancel",
    "tags": [
     "Setup"
    ],
    "summary": "Cancel a verification.",
    "x-beeper-method": "app.setup.verifications.cancel",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/VerificationID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/VerificationCancelRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/qr/scan": {
   "post": {
    "operationId": "app_setup_verifications_qr_scan",
    "tags": [
     "Setup"
    ],
    "summary": "Submit a QR code scanned from another device.",
    "description": "The code identifies the verification it belongs to.",
    "x-beeper-method": "app.setup.verifications.qr.scan",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/QRScanRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/{verificationID}/qr/confirm-scanned": {
   "post": {
    "operationId": "app_setup_verifications_qr_confirm_scanned",
    "tags": [
     "Setup"
    ],
    "summary": "Confirm that the other device scanned the QR code of this device.",
    "x-beeper-method": "app.setup.verifications.qr.confirm_scanned",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/VerificationID"
     }
    ],
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/{verificationID}/sas/start": {
   "post": {
    "operationId": "app_setup_verifications_sas_start",
    "tags": [
     "Setup"
    ],
    "summary": "Start comparing emoji.",
    "x-beeper-method": "app.setup.verifications.sas.start",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/VerificationID"
     }
    ],
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/v1/app/setup/verifications/{verificationID}/sas/confirm": {
   "post": {
    "operationId": "app_setup_verifications_sas_confirm",
    "tags": [
     "Setup"
    ],
    "summary": "Confirm that the emoji are the same.",
    "x-beeper-method": "app.setup.verifications.sas.confirm",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/VerificationID"
     }
    ],
    "responses": {
     "200": {
      "description": "The verification and the state afterwards.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/VerificationResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/NotFound"
     },
     "409": {
      "$ref": "#/components/responses/Conflict"
     },
     "422": {
      "$ref": "#/components/responses/UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/InternalServerError"
     },
     "502": {
      "$ref": "#/components/responses/BadGateway"
     }
    }
   }
  },
  "/oauth/userinfo": {
   "get": {
    "operationId": "oauth_userinfo",
    "tags": [
     "Oauth"
    ],
    "summary": "Facts about the token in use.",
    "description": "This is the cheapest way to check that a token is valid and to find out the app version.",
    "x-beeper-method": "oauth.userinfo",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "security": [
     {
      "bearer": []
     }
    ],
    "responses": {
     "200": {
      "description": "Facts about the token.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/TokenUserInfo"
        }
       }
      }
     },
     "401": {
      "$ref": "#/components/responses/Unauthorized"
     }
    }
   }
  },
  "/oauth/authorize/callback": {
   "post": {
    "operationId": "oauth_authorize_callback",
    "tags": [
     "Oauth"
    ],
    "summary": "Finish consent; returns the code.",
    "description": "Sent by the consent page, not by clients.",
    "x-beeper-method": "oauth.authorize_callback",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.1.92",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/AuthorizeCallbackRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The code, or why not.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AuthorizeCallbackResponse"
        }
       }
      }
     }
    }
   }
  },
  "/oauth/token": {
   "post": {
    "operationId": "oauth_token",
    "tags": [
     "Oauth"
    ],
    "summary": "Exchange an authorization code for a token.",
    "description": "Authorization code with PKCE (S256); no refresh token is issued.",
    "x-beeper-method": "oauth.token",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.1.92",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/x-www-form-urlencoded": {
       "schema": {
        "$ref": "#/components/schemas/TokenRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The token.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/TokenResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/OAuthBadRequest"
     },
     "500": {
      "$ref": "#/components/responses/OAuthInternalServerError"
     }
    }
   }
  },
  "/oauth/register": {
   "post": {
    "operationId": "oauth_register",
    "tags": [
     "Oauth"
    ],
    "summary": "Register a client (RFC 7591).",
    "x-beeper-method": "oauth.register",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.1.92",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/ClientRegistrationRequest"
       }
      }
     }
    },
    "responses": {
     "201": {
      "description": "The new client.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ClientRegistrationResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/OAuthBadRequest"
     }
    }
   }
  },
  "/oauth/introspect": {
   "post": {
    "operationId": "oauth_introspect",
    "tags": [
     "Oauth"
    ],
    "summary": "Introspect a token (RFC 7662).",
    "x-beeper-method": "oauth.introspect",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.2.557",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/x-www-form-urlencoded": {
       "schema": {
        "$ref": "#/components/schemas/IntrospectRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Facts about the token, or that it is not active.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/TokenIntrospection"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/OAuthBadRequest"
     },
     "500": {
      "$ref": "#/components/responses/OAuthInternalServerError"
     }
    }
   }
  },
  "/oauth/revoke": {
   "post": {
    "operationId": "oauth_revoke",
    "tags": [
     "Oauth"
    ],
    "summary": "Revoke a token (RFC 7009).",
    "description": "Succeeds for any token, also for an unknown one.",
    "x-beeper-method": "oauth.revoke",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.92",
    "security": [],
    "requestBody": {
     "required": true,
     "content": {
      "application/x-www-form-urlencoded": {
       "schema": {
        "$ref": "#/components/schemas/RevokeRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Revoked, or was not valid; no body."
     }
    }
   }
  },
  "/.well-known/oauth-authorization-server": {
   "get": {
    "operationId": "oauth_authorization_server_metadata",
    "tags": [
     "Oauth"
    ],
    "summary": "Authorization server metadata (RFC 8414).",
    "x-beeper-method": "oauth.authorization_server_metadata",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "security": [],
    "responses": {
     "200": {
      "description": "The metadata.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AuthorizationServerMetadata"
        }
       }
      }
     }
    }
   }
  },
  "/.well-known/oauth-protected-resource": {
   "get": {
    "operationId": "oauth_protected_resource_metadata",
    "tags": [
     "Oauth"
    ],
    "summary": "Protected resource metadata (RFC 9728).",
    "x-beeper-method": "oauth.protected_resource_metadata",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "security": [],
    "responses": {
     "200": {
      "description": "The metadata.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ProtectedResourceMetadata"
        }
       }
      }
     }
    }
   }
  },
  "/_matrix/client/v3/user/{userId}/account_data/{type}": {
   "get": {
    "operationId": "matrix_get_account_data",
    "tags": [
     "Matrix"
    ],
    "summary": "Account data of a user.",
    "x-beeper-method": "matrix.get_account_data",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixUserID"
     },
     {
      "$ref": "#/components/parameters/MatrixAccountDataType"
     }
    ],
    "responses": {
     "200": {
      "description": "The content.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixContent"
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "404": {
      "$ref": "#/components/responses/MatrixNotFound"
     }
    }
   },
   "put": {
    "operationId": "matrix_set_account_data",
    "tags": [
     "Matrix"
    ],
    "summary": "Write account data of a user.",
    "description": "Any JSON object; the whole content is replaced.",
    "x-beeper-method": "matrix.set_account_data",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixUserID"
     },
     {
      "$ref": "#/components/parameters/MatrixAccountDataType"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MatrixContent"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Written.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixEmptyResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/MatrixBadRequest"
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "405": {
      "$ref": "#/components/responses/MatrixMethodNotAllowed"
     }
    }
   }
  },
  "/_matrix/client/v3/user/{userId}/rooms/{roomId}/account_data/{type}": {
   "get": {
    "operationId": "matrix_get_room_account_data",
    "tags": [
     "Matrix"
    ],
    "summary": "Account data of a user in a room.",
    "x-beeper-method": "matrix.get_room_account_data",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixUserID"
     },
     {
      "$ref": "#/components/parameters/MatrixRoomID"
     },
     {
      "$ref": "#/components/parameters/MatrixAccountDataType"
     }
    ],
    "responses": {
     "200": {
      "description": "The content.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixContent"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/MatrixBadRequest"
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "404": {
      "$ref": "#/components/responses/MatrixNotFound"
     }
    }
   },
   "put": {
    "operationId": "matrix_set_room_account_data",
    "tags": [
     "Matrix"
    ],
    "summary": "Write account data of a user in a room.",
    "description": "Any JSON object; the whole content is replaced.",
    "x-beeper-method": "matrix.set_room_account_data",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixUserID"
     },
     {
      "$ref": "#/components/parameters/MatrixRoomID"
     },
     {
      "$ref": "#/components/parameters/MatrixAccountDataType"
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MatrixContent"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Written.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixEmptyResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/MatrixBadRequest"
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "405": {
      "$ref": "#/components/responses/MatrixMethodNotAllowed"
     }
    }
   }
  },
  "/_matrix/client/v3/rooms/{roomId}/state": {
   "get": {
    "operationId": "matrix_get_room_state",
    "tags": [
     "Matrix"
    ],
    "summary": "All state events of a room.",
    "x-beeper-method": "matrix.get_room_state",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixRoomID"
     }
    ],
    "responses": {
     "200": {
      "description": "The state events.",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/MatrixEvent"
         }
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     }
    }
   }
  },
  "/_matrix/client/v3/rooms/{roomId}/state/{eventType}/{stateKey}": {
   "get": {
    "operationId": "matrix_get_room_state_event",
    "tags": [
     "Matrix"
    ],
    "summary": "Content of one state event.",
    "x-beeper-method": "matrix.get_room_state_event",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixRoomID"
     },
     {
      "name": "eventType",
      "in": "path",
      "required": true,
      "description": "Type of the state event.",
      "schema": {
       "type": "string"
      },
      "example": "m.room.topic"
     },
     {
      "name": "stateKey",
      "in": "path",
      "required": true,
      "description": "State key of the event.",
      "schema": {
       "type": "string"
      },
      "example": "@alice:beeper.com",
      "x-beeper-pii": "id"
     }
    ],
    "responses": {
     "200": {
      "description": "The content.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixContent"
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "404": {
      "$ref": "#/components/responses/MatrixNotFound"
     }
    }
   }
  },
  "/_matrix/client/v3/rooms/{roomId}/event/{eventId}": {
   "get": {
    "operationId": "matrix_get_room_event",
    "tags": [
     "Matrix"
    ],
    "summary": "One event of a room.",
    "x-beeper-method": "matrix.get_room_event",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixRoomID"
     },
     {
      "name": "eventId",
      "in": "path",
      "required": true,
      "description": "Event ID.",
      "schema": {
       "type": "string"
      },
      "example": "$event1:beeper.local",
      "x-beeper-pii": "id"
     }
    ],
    "responses": {
     "200": {
      "description": "The event.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixEvent"
        }
       }
      }
     },
     "404": {
      "$ref": "#/components/responses/MatrixNotFound"
     }
    }
   }
  },
  "/_matrix/client/v3/profile/{userId}": {
   "get": {
    "operationId": "matrix_get_profile",
    "tags": [
     "Matrix"
    ],
    "summary": "Profile of a user.",
    "x-beeper-method": "matrix.get_profile",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixUserID"
     }
    ],
    "responses": {
     "200": {
      "description": "The profile.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixProfile"
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "404": {
      "$ref": "#/components/responses/MatrixNotFound"
     }
    }
   }
  },
  "/_matrix/client/v3/join/{roomIdOrAlias}": {
   "post": {
    "operationId": "matrix_join_room",
    "tags": [
     "Matrix"
    ],
    "summary": "Join a room.",
    "x-beeper-method": "matrix.join_room",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "name": "roomIdOrAlias",
      "in": "path",
      "required": true,
      "description": "Room ID or alias.",
      "schema": {
       "type": "string"
      },
      "example": "#room:beeper.local",
      "x-beeper-pii": "id"
     },
     {
      "name": "via",
      "in": "query",
      "description": "Servers to join through.",
      "style": "form",
      "explode": true,
      "schema": {
       "type": "array",
       "items": {
        "type": "string"
       }
      },
      "example": [
       "beeper.local"
      ],
      "x-beeper-pii": "id"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MatrixJoinRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The room joined.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixRoomResult"
        }
       }
      }
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     },
     "429": {
      "$ref": "#/components/responses/MatrixTooManyRequests"
     }
    }
   }
  },
  "/_matrix/client/v3/rooms/{roomId}/leave": {
   "post": {
    "operationId": "matrix_leave_room",
    "tags": [
     "Matrix"
    ],
    "summary": "Leave a room.",
    "x-beeper-method": "matrix.leave_room",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/MatrixRoomID"
     }
    ],
    "requestBody": {
     "required": false,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MatrixLeaveRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "Left.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixEmptyResult"
        }
       }
      }
     },
     "429": {
      "$ref": "#/components/responses/MatrixTooManyRequests"
     }
    }
   }
  },
  "/_matrix/client/v3/createRoom": {
   "post": {
    "operationId": "matrix_create_room",
    "tags": [
     "Matrix"
    ],
    "summary": "Create a room.",
    "x-beeper-method": "matrix.create_room",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.3.0",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/MatrixCreateRoomRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The new room.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/MatrixRoomResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/MatrixBadRequest"
     },
     "403": {
      "$ref": "#/components/responses/MatrixForbidden"
     }
    }
   }
  },
  "/v0/get-accounts": {
   "get": {
    "operationId": "v0_get_accounts",
    "tags": [
     "V0"
    ],
    "summary": "List connected accounts.",
    "deprecated": true,
    "x-beeper-method": "v0.get_accounts",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "accounts.list",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "responses": {
     "200": {
      "description": "All accounts.",
      "content": {
       "application/json": {
        "schema": {
         "type": "array",
         "items": {
          "$ref": "#/components/schemas/V0Account"
         }
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/search": {
   "get": {
    "operationId": "v0_search",
    "tags": [
     "V0"
    ],
    "summary": "Search once for chats, groups by participant and messages.",
    "deprecated": true,
    "x-beeper-method": "v0.search",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "search",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "name": "query",
      "in": "query",
      "required": true,
      "description": "Words as typed. At least 1 character.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "dinner",
      "x-beeper-pii": "text"
     }
    ],
    "responses": {
     "200": {
      "description": "Chats, groups and messages found.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0UnifiedSearchResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/search-users": {
   "get": {
    "operationId": "v0_search_users",
    "tags": [
     "V0"
    ],
    "summary": "Search contacts of an account.",
    "description": "For starting new chats.",
    "deprecated": true,
    "x-beeper-method": "v0.search_users",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "accounts.contacts.search",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "name": "accountID",
      "in": "query",
      "required": true,
      "description": "Account to search on.",
      "schema": {
       "type": "string"
      },
      "example": "local-whatsapp_ba_alice",
      "x-beeper-pii": "id"
     },
     {
      "name": "query",
      "in": "query",
      "required": true,
      "description": "Text to search for, at least 1 character.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "alice",
      "x-beeper-pii": "text"
     }
    ],
    "responses": {
     "200": {
      "description": "The matches.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/ContactSearchResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/open-app": {
   "post": {
    "operationId": "v0_open_app",
    "tags": [
     "V0"
    ],
    "summary": "Bring Beeper to the front.",
    "deprecated": true,
    "x-beeper-method": "v0.open_app",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "focus",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0OpenAppRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The outcome; `success` is true if it worked.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0OpenAppResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/get-chat": {
   "get": {
    "operationId": "v0_get_chat",
    "tags": [
     "V0"
    ],
    "summary": "Get one chat.",
    "description": "Returns at most 20 participants unless maxParticipantCount is larger. Not available for iMessage chats.",
    "deprecated": true,
    "x-beeper-method": "v0.get_chat",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "chats.retrieve",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "name": "chatID",
      "in": "query",
      "required": true,
      "description": "Chat ID. iMessage chats are not available.",
      "schema": {
       "type": "string"
      },
      "example": "!alice:beeper.local",
      "x-beeper-pii": "id"
     },
     {
      "name": "maxParticipantCount",
      "in": "query",
      "description": "Members to return: 0 to 500, or -1 for all.",
      "schema": {
       "type": [
        "integer",
        "null"
       ],
       "minimum": -1,
       "maximum": 500,
       "default": 20
      },
      "example": 50
     }
    ],
    "responses": {
     "200": {
      "description": "The chat.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0Chat"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/search-chats": {
   "get": {
    "operationId": "v0_search_chats",
    "tags": [
     "V0"
    ],
    "summary": "Search chats.",
    "deprecated": true,
    "x-beeper-method": "v0.search_chats",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "chats.search",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountIDs"
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "$ref": "#/components/parameters/Direction"
     },
     {
      "name": "inbox",
      "in": "query",
      "description": "Only chats in this inbox; all chats if omitted.",
      "schema": {
       "$ref": "#/components/schemas/InboxName"
      }
     },
     {
      "name": "includeMuted",
      "in": "query",
      "description": "Include muted chats.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     },
     {
      "name": "lastActivityAfter",
      "in": "query",
      "description": "Only chats active after this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-08-01T00:00:00.000Z"
     },
     {
      "name": "lastActivityBefore",
      "in": "query",
      "description": "Only chats active before this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-09-01T00:00:00.000Z"
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Chats per page.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 200,
       "default": 50
      }
     },
     {
      "name": "query",
      "in": "query",
      "description": "Literal words, at least 1 character. All must match.",
      "schema": {
       "type": "string",
       "minLength": 1
      },
      "example": "dinner",
      "x-beeper-pii": "text"
     },
     {
      "name": "scope",
      "in": "query",
      "description": "Where to look: titles or participants.",
      "schema": {
       "$ref": "#/components/schemas/ChatSearchScope",
       "default": "titles"
      }
     },
     {
      "name": "type",
      "in": "query",
      "description": "Kind of chat.",
      "schema": {
       "$ref": "#/components/schemas/ChatTypeFilter",
       "default": "any"
      }
     },
     {
      "name": "unreadOnly",
      "in": "query",
      "description": "Only chats with unread messages.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ]
      }
     }
    ],
    "responses": {
     "200": {
      "description": "A page of chats.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0ChatPage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/search-messages": {
   "get": {
    "operationId": "v0_search_messages",
    "tags": [
     "V0"
    ],
    "summary": "Search messages across chats.",
    "description": "Before app 4.1.244 the text of messages is truncated to 500 characters.",
    "deprecated": true,
    "x-beeper-method": "v0.search_messages",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "messages.search",
    "x-beeper-pagination": {
     "items": "items",
     "cursor": {
      "before": "oldestCursor",
      "after": "newestCursor"
     },
     "has_more": "hasMore",
     "cursor_param": "cursor",
     "direction_param": "direction",
     "key": "id"
    },
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "parameters": [
     {
      "$ref": "#/components/parameters/AccountIDs"
     },
     {
      "$ref": "#/components/parameters/ChatIDs"
     },
     {
      "name": "chatType",
      "in": "query",
      "description": "Only chats of this kind.",
      "schema": {
       "$ref": "#/components/schemas/ChatType"
      }
     },
     {
      "$ref": "#/components/parameters/Cursor"
     },
     {
      "name": "dateAfter",
      "in": "query",
      "description": "Only messages strictly after this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-08-01T00:00:00.000Z"
     },
     {
      "name": "dateBefore",
      "in": "query",
      "description": "Only messages strictly before this time.",
      "schema": {
       "type": "string",
       "format": "date-time"
      },
      "example": "2026-09-01T00:00:00.000Z"
     },
     {
      "$ref": "#/components/parameters/Direction"
     },
     {
      "name": "excludeLowPriority",
      "in": "query",
      "description": "Exclude chats in the low-priority inbox.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     },
     {
      "name": "includeMuted",
      "in": "query",
      "description": "Include muted chats.",
      "schema": {
       "type": [
        "boolean",
        "null"
       ],
       "default": true
      }
     },
     {
      "name": "limit",
      "in": "query",
      "description": "Messages per page: 1 to 500 are accepted, but a page holds at most 20.",
      "schema": {
       "type": "integer",
       "minimum": 1,
       "maximum": 500,
       "default": 20
      }
     },
     {
      "name": "mediaTypes",
      "in": "query",
      "description": "Only messages with one of these kinds of media.",
      "style": "form",
      "explode": true,
      "schema": {
       "type": "array",
       "items": {
        "$ref": "#/components/schemas/MediaType"
       }
      },
      "example": [
       "image",
       "video"
      ]
     },
     {
      "name": "query",
      "in": "query",
      "description": "Literal words; only the other filters when left out.",
      "schema": {
       "type": "string"
      },
      "example": "dinner",
      "x-beeper-pii": "text"
     },
     {
      "name": "sender",
      "in": "query",
      "description": "Only messages of this sender: me, others or a user ID.",
      "schema": {
       "type": "string"
      },
      "example": "me",
      "x-beeper-pii": "id"
     }
    ],
    "responses": {
     "200": {
      "description": "A page of messages, with their chats.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0MessageSearchPage"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/send-message": {
   "post": {
    "operationId": "v0_send_message",
    "tags": [
     "V0"
    ],
    "summary": "Send a text.",
    "deprecated": true,
    "x-beeper-method": "v0.send_message",
    "x-beeper-effect": "once",
    "x-beeper-any-of": [
     "text"
    ],
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "messages.send",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0MessageSendRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The outcome; `success` is true if it worked.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0MessageSendResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/create-chat": {
   "post": {
    "operationId": "v0_create_chat",
    "tags": [
     "V0"
    ],
    "summary": "Create a chat.",
    "deprecated": true,
    "x-beeper-method": "v0.create_chat",
    "x-beeper-effect": "once",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "chats.create",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0ChatCreateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The outcome; `success` is true if it worked.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0ChatCreateResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/download-asset": {
   "post": {
    "operationId": "v0_download_asset",
    "tags": [
     "V0"
    ],
    "summary": "Fetch media and get its local URL.",
    "deprecated": true,
    "x-beeper-method": "v0.download_asset",
    "x-beeper-effect": "read",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "assets.download",
    "security": [
     {
      "bearer": [
       "read"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0AssetDownloadRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The local URL, or why not.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/AssetDownloadResult"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/archive-chat": {
   "post": {
    "operationId": "v0_archive_chat",
    "tags": [
     "V0"
    ],
    "summary": "Archive or restore a chat.",
    "deprecated": true,
    "x-beeper-method": "v0.archive_chat",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "chats.archive",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0ChatArchiveRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The outcome; `success` is true if it worked.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0BaseResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/set-chat-reminder": {
   "post": {
    "operationId": "v0_set_chat_reminder",
    "tags": [
     "V0"
    ],
    "summary": "Set the reminder of a chat.",
    "deprecated": true,
    "x-beeper-method": "v0.set_chat_reminder",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "chats.reminders.create",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0ReminderCreateRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The outcome; `success` is true if it worked.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0BaseResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  },
  "/v0/clear-chat-reminder": {
   "post": {
    "operationId": "v0_clear_chat_reminder",
    "tags": [
     "V0"
    ],
    "summary": "Clear the reminder of a chat.",
    "deprecated": true,
    "x-beeper-method": "v0.clear_chat_reminder",
    "x-beeper-effect": "idempotent",
    "x-beeper-since": "4.1.92",
    "x-beeper-replaced-by": "chats.reminders.delete",
    "security": [
     {
      "bearer": [
       "write"
      ]
     }
    ],
    "requestBody": {
     "required": true,
     "content": {
      "application/json": {
       "schema": {
        "$ref": "#/components/schemas/V0ReminderDeleteRequest"
       }
      }
     }
    },
    "responses": {
     "200": {
      "description": "The outcome; `success` is true if it worked.",
      "content": {
       "application/json": {
        "schema": {
         "$ref": "#/components/schemas/V0BaseResponse"
        }
       }
      }
     },
     "400": {
      "$ref": "#/components/responses/V0BadRequest"
     },
     "401": {
      "$ref": "#/components/responses/V0Unauthorized"
     },
     "403": {
      "$ref": "#/components/responses/V0Forbidden"
     },
     "404": {
      "$ref": "#/components/responses/V0NotFound"
     },
     "422": {
      "$ref": "#/components/responses/V0UnprocessableEntity"
     },
     "429": {
      "$ref": "#/components/responses/V0TooManyRequests"
     },
     "500": {
      "$ref": "#/components/responses/V0InternalServerError"
     }
    }
   }
  }
 },
 "components": {
  "parameters": {
   "AccountID": {
    "name": "accountID",
    "in": "path",
    "required": true,
    "description": "Account ID, as in Account.accountID.",
    "schema": {
     "type": "string"
    },
    "example": "local-whatsapp_ba_alice",
    "x-beeper-pii": "id"
   },
   "BridgeID": {
    "name": "bridgeID",
    "in": "path",
    "required": true,
    "description": "Bridge ID.",
    "schema": {
     "type": "string",
     "minLength": 1,
     "pattern": "^[A-Za-z0-9_-]+$"
    },
    "example": "local-whatsapp",
    "x-beeper-pii": "id"
   },
   "LoginID": {
    "name": "loginID",
    "in": "path",
    "required": true,
    "description": "Login ID on the bridge.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "15550100",
    "x-beeper-pii": "id"
   },
   "LoginSessionID": {
    "name": "loginSessionID",
    "in": "path",
    "required": true,
    "description": "ID of the sign-in session.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "123",
    "x-beeper-pii": "id"
   },
   "ChatID": {
    "name": "chatID",
    "in": "path",
    "required": true,
    "description": "Chat ID, or local chat ID of this installation.",
    "schema": {
     "type": "string"
    },
    "example": "!alice:beeper.local",
    "x-beeper-pii": "id",
    "x-beeper-object": "Chat.id"
   },
   "MessageID": {
    "name": "messageID",
    "in": "path",
    "required": true,
    "description": "Message ID.",
    "schema": {
     "type": "string"
    },
    "example": "1343993",
    "x-beeper-pii": "id",
    "x-beeper-object": "Message.id"
   },
   "VerificationID": {
    "name": "verificationID",
    "in": "path",
    "required": true,
    "description": "Verification ID.",
    "schema": {
     "type": "string",
     "minLength": 1
    },
    "example": "verification-1",
    "x-beeper-pii": "id"
   },
   "AccountIDs": {
    "name": "accountIDs",
    "in": "query",
    "description": "Only these accounts; all if omitted.",
    "style": "form",
    "explode": true,
    "schema": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "example": [
     "local-whatsapp_ba_alice"
    ],
    "x-beeper-pii": "id"
   },
   "ChatIDs": {
    "name": "chatIDs",
    "in": "query",
    "description": "Only these chats, by chat ID or local chat ID; all if omitted.",
    "style": "form",
    "explode": true,
    "schema": {
     "type": "array",
     "items": {
      "type": "string"
     }
    },
    "example": [
     "!alice:beeper.local"
    ],
    "x-beeper-pii": "id",
    "x-beeper-object": "Chat.id"
   },
   "Cursor": {
    "name": "cursor",
    "in": "query",
    "description": "Opaque cursor: oldestCursor or newestCursor of a page. Starts at the first page if omitted.",
    "schema": {
     "type": "string"
    },
    "example": "1725489123456|c29tZUltc2dQYWdl",
    "x-beeper-pii": "order"
   },
   "Direction": {
    "name": "direction",
    "in": "query",
    "description": "Use `before` with oldestCursor for older items, or `after` with newestCursor for newer ones. The default is `before`.",
    "schema": {
     "$ref": "#/components/schemas/Direction"
    }
   },
   "MatrixUserID": {
    "name": "userId",
    "in": "path",
    "required": true,
    "description": "Matrix user ID.",
    "schema": {
     "type": "string"
    },
    "example": "@alice:beeper.com",
    "x-beeper-pii": "id"
   },
   "MatrixRoomID": {
    "name": "roomId",
    "in": "path",
    "required": true,
    "description": "Matrix room ID.",
    "schema": {
     "type": "string"
    },
    "example": "!alice:beeper.local",
    "x-beeper-pii": "id"
   },
   "MatrixAccountDataType": {
    "name": "type",
    "in": "path",
    "required": true,
    "description": "Type of the account data.",
    "schema": {
     "type": "string"
    },
    "example": "com.example.settings"
   }
  },
  "headers": {
   "DesktopVersion": {
    "description": "App version, in every response (since app 4.1.239 in authenticated ones).",
    "schema": {
     "type": "string"
    },
    "example": "4.3.73"
   }
  },
  "responses": {
   "BadRequest": {
    "description": "The request is malformed or a value is not accepted.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "Unauthorized": {
    "description": "The token is missing, wrong or expired.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "Forbidden": {
    "description": "The token lacks the needed scope.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "NotFound": {
    "description": "Not found, or the app is too old for this operation.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "Conflict": {
    "description": "The change conflicts with the present state (app 4.3.0 on).",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "RangeNotSatisfiable": {
    "description": "The byte range cannot be served. No JSON body.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    }
   },
   "UnprocessableEntity": {
    "description": "A value fails validation; details lists the issues.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "TooManyRequests": {
    "description": "Too many requests.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "InternalServerError": {
    "description": "The app failed.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "BadGateway": {
    "description": "The network behind the app failed (app 4.3.0 on).",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/Error"
      }
     }
    }
   },
   "V0BadRequest": {
    "description": "The request is malformed or a value is not accepted.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "V0Unauthorized": {
    "description": "The token is missing, wrong or expired.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "V0Forbidden": {
    "description": "The token lacks the needed scope.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "V0NotFound": {
    "description": "Not found, or the app is too old for this operation.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "V0UnprocessableEntity": {
    "description": "A value fails validation; details lists the issues.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "V0TooManyRequests": {
    "description": "Too many requests.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "V0InternalServerError": {
    "description": "The app failed.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/V0Error"
      }
     }
    }
   },
   "OAuthBadRequest": {
    "description": "The request is not valid, e.g. invalid_request or invalid_client_metadata.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/OAuthError"
      }
     }
    }
   },
   "OAuthInternalServerError": {
    "description": "The app failed (server_error); may come without error_description.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/OAuthError"
      }
     }
    }
   },
   "MatrixBadRequest": {
    "description": "The body or a parameter is not valid.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/MatrixError"
      }
     }
    }
   },
   "MatrixForbidden": {
    "description": "Not allowed by the homeserver.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/MatrixError"
      }
     }
    }
   },
   "MatrixNotFound": {
    "description": "No such data, room, event or user.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/MatrixError"
      }
     }
    }
   },
   "MatrixMethodNotAllowed": {
    "description": "This type of account data cannot be set by clients.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/MatrixError"
      }
     }
    }
   },
   "MatrixTooManyRequests": {
    "description": "Too many requests; see retry_after_ms.",
    "headers": {
     "X-Beeper-Desktop-Version": {
      "$ref": "#/components/headers/DesktopVersion"
     }
    },
    "content": {
     "application/json": {
      "schema": {
       "$ref": "#/components/schemas/MatrixError"
      }
     }
    }
   }
  },
  "schemas": {
   "Error": {
    "type": "object",
    "description": "The error envelope of version 1, for every response that is not a success.",
    "required": [
     "message",
     "code"
    ],
    "properties": {
     "message": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     },
     "code": {
      "type": "string",
      "description": "Machine-readable code, e.g. unauthorized; there is no published list."
     },
     "details": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/ErrorDetails"
       },
       {
        "type": "null"
       }
      ],
      "description": "Extra data about the failure; its shape depends on it."
     }
    },
    "example": {
     "message": "Unauthorized: Invalid or missing token",
     "code": "unauthorized"
    }
   },
   "ErrorDetails": {
    "description": "Details of a failure: a list of issues for validation failures, otherwise any JSON.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/ValidationErrorDetails"
     },
     {
      "type": "object",
      "additionalProperties": true
     },
     {},
     {
      "type": "null"
     }
    ],
    "example": {
     "issues": [
      {
       "code": "invalid_type",
       "message": "Expected string",
       "path": [
        "body",
        "chatID"
       ]
      }
     ]
    }
   },
   "ValidationErrorDetails": {
    "type": "object",
    "description": "Details of a validation failure.",
    "required": [
     "issues"
    ],
    "properties": {
     "issues": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/ValidationIssue"
      },
      "description": "One entry per problem."
     }
    },
    "example": {
     "issues": [
      {
       "code": "invalid_type",
       "message": "Expected string",
       "path": [
        "body",
        "items",
        0
       ]
      }
     ]
    }
   },
   "ValidationIssue": {
    "type": "object",
    "description": "One problem found by validation.",
    "required": [
     "code",
     "message",
     "path"
    ],
    "properties": {
     "code": {
      "type": "string",
      "description": "Kind of the problem, e.g. invalid_type."
     },
     "message": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     },
     "path": {
      "type": "array",
      "items": {
       "anyOf": [
        {
         "type": "string"
        },
        {
         "type": "number"
        }
       ]
      },
      "description": "Path of the invalid value: strings are keys, numbers are positions in arrays.",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "code": "invalid_type",
     "message": "Expected string",
     "path": [
      "body",
      "items",
      0
     ]
    }
   },
   "APIError": {
    "type": "object",
    "description": "An error inside a sign-in session, not an HTTP error.",
    "required": [
     "code",
     "message"
    ],
    "properties": {
     "code": {
      "type": "string",
      "description": "Machine-readable code."
     },
     "message": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     },
     "details": {
      "type": "object",
      "additionalProperties": true,
      "description": "Extra data; free-form.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "code": "login_failed",
     "message": "The sign-in failed.",
     "details": {
      "attempt": 1
     }
    }
   },
   "User": {
    "type": "object",
    "description": "A person: account owner, contact or chat participant. Best-effort data.",
    "x-beeper-display": "user",
    "required": [
     "id"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Stable user ID; the key of a person.",
      "x-beeper-pii": "id"
     },
     "username": {
      "type": "string",
      "description": "Handle when known, e.g. @alice; specific to the network, not unique across networks.",
      "x-beeper-pii": "name"
     },
     "phoneNumber": {
      "type": "string",
      "description": "Phone number in E.164 form; left out when unknown.",
      "x-beeper-pii": "number"
     },
     "email": {
      "type": "string",
      "description": "E-mail address when known; not always verified.",
      "x-beeper-pii": "mail"
     },
     "fullName": {
      "type": "string",
      "description": "Display name; may hold emoji.",
      "x-beeper-pii": "name"
     },
     "imgURL": {
      "type": "string",
      "description": "Avatar URL (remote, media, data: or file:); may be temporary or valid on this device only.",
      "x-beeper-pii": "media_url"
     },
     "cannotMessage": {
      "type": "boolean",
      "description": "True when no conversation with this user can be started from Beeper; they may still write to you."
     },
     "isSelf": {
      "type": "boolean",
      "description": "True for the account's own identity."
     }
    },
    "example": {
     "id": "@alice:beeper.local",
     "username": "alice",
     "phoneNumber": "+15550100",
     "email": "alice@example.com",
     "fullName": "Alice Example",
     "imgURL": "file:///home/bob/media/alice.png",
     "cannotMessage": false,
     "isSelf": false
    }
   },
   "Participant": {
    "description": "A user with the flags of their chat membership. Before app 4.2.808 the flags are missing.",
    "allOf": [
     {
      "$ref": "#/components/schemas/User"
     },
     {
      "type": "object",
      "properties": {
       "isAdmin": {
        "type": "boolean",
        "description": "Has admin rights in the chat.",
        "x-beeper-since": "4.2.808"
       },
       "isPending": {
        "type": "boolean",
        "description": "Invited, not joined yet.",
        "x-beeper-since": "4.2.808"
       },
       "isNetworkBot": {
        "type": "boolean",
        "description": "An automated account of the network or bridge.",
        "x-beeper-since": "4.2.808"
       }
      }
     }
    ],
    "x-beeper-since": "4.2.808",
    "example": {
     "id": "@alice:beeper.local",
     "phoneNumber": "+15550100",
     "fullName": "Alice Example",
     "isSelf": false,
     "isAdmin": true,
     "isPending": false,
     "isNetworkBot": false
    }
   },
   "Label": {
    "type": "object",
    "description": "A label the user made, to group chats across accounts.",
    "required": [
     "id",
     "name"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Label ID.",
      "x-beeper-pii": "id"
     },
     "name": {
      "type": "string",
      "description": "Name of the label.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.1",
    "example": {
     "id": "label-1",
     "name": "Family"
    }
   },
   "CapabilityLevel": {
    "type": "integer",
    "enum": [
     -2,
     -1,
     0,
     1,
     2
    ],
    "description": "How far something is supported: -2 rejected, -1 dropped, 0 unsupported, 1 partly, 2 fully.",
    "x-beeper-since": "4.2.808",
    "example": 2
   },
   "Dimensions": {
    "type": "object",
    "description": "Size in pixels, as read; both members are optional.",
    "properties": {
     "width": {
      "type": "number",
      "description": "Width in pixels."
     },
     "height": {
      "type": "number",
      "description": "Height in pixels."
     }
    },
    "example": {
     "width": 1280,
     "height": 720
    }
   },
   "Account": {
    "type": "object",
    "description": "A connected chat account, identified by accountID.",
    "x-beeper-display": "account",
    "required": [
     "accountID",
     "user"
    ],
    "properties": {
     "accountID": {
      "type": "string",
      "description": "Account ID, e.g. matrix, discordgo, slackgo.TEAM-USER or local-whatsapp_ba_alice.",
      "x-beeper-pii": "id"
     },
     "bridge": {
      "$ref": "#/components/schemas/AccountBridge",
      "description": "The bridge that carries the account.",
      "x-beeper-since": "4.2.785"
     },
     "user": {
      "$ref": "#/components/schemas/User",
      "description": "The owner's identity on that network."
     },
     "status": {
      "$ref": "#/components/schemas/AccountStatus",
      "description": "Connection state.",
      "x-beeper-since": "4.3.0"
     },
     "statusText": {
      "type": "string",
      "description": "Human-readable connection state.",
      "x-beeper-since": "4.3.0",
      "x-beeper-pii": "text"
     },
     "network": {
      "type": "string",
      "description": "Display name of the network; omitted if unknown. Apps 4.2.557 to 4.2.807 do not send it."
     },
     "loginID": {
      "type": "string",
      "description": "Login of the bridge that the account belongs to, if known; one login can hold several accounts.",
      "x-beeper-since": "4.3.0",
      "x-beeper-pii": "id"
     },
     "capabilities": {
      "$ref": "#/components/schemas/AccountCapabilities",
      "description": "What the account can do at present.",
      "x-beeper-since": "4.3.0"
     }
    },
    "example": {
     "accountID": "local-whatsapp_ba_alice",
     "bridge": {
      "id": "local-whatsapp",
      "type": "whatsapp",
      "provider": "local"
     },
     "user": {
      "id": "@bob:beeper.local",
      "phoneNumber": "+15550101",
      "fullName": "Bob Example",
      "isSelf": true
     },
     "status": "connected",
     "statusText": "Connected",
     "network": "WhatsApp",
     "loginID": "15550100",
     "capabilities": {
      "canStartChats": true
     }
    }
   },
   "AccountStatus": {
    "type": "string",
    "enum": [
     "connected",
     "connecting",
     "backfilling",
     "connection_required",
     "reconnect_required",
     "attention_required",
     "disconnected",
     "disabled"
    ],
    "description": "Connection state of an account.",
    "x-beeper-since": "4.3.0",
    "example": "connected"
   },
   "AccountBridge": {
    "type": "object",
    "description": "The bridge that carries an account.",
    "required": [
     "id",
     "type",
     "provider"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Bridge ID: the network type for cloud accounts (matrix, discordgo), the local bridge ID for those on this device (local-whatsapp).",
      "x-beeper-pii": "id"
     },
     "type": {
      "type": "string",
      "description": "Kind of bridge: matrix, discordgo, slackgo, whatsapp, telegram, twitter, … (an open set)."
     },
     "provider": {
      "$ref": "#/components/schemas/BridgeProvider",
      "description": "Where the account runs."
     }
    },
    "x-beeper-since": "4.2.785",
    "example": {
     "id": "local-whatsapp",
     "type": "whatsapp",
     "provider": "local"
    }
   },
   "BridgeProvider": {
    "type": "string",
    "enum": [
     "cloud",
     "self-hosted",
     "local",
     "platform-sdk"
    ],
    "description": "Where a bridge and its accounts run.",
    "x-beeper-since": "4.2.785",
    "example": "cloud"
   },
   "AccountCapabilities": {
    "type": "object",
    "description": "What a connected account can do at present; free-form.",
    "additionalProperties": true,
    "x-beeper-since": "4.3.0",
    "example": {
     "canStartChats": true
    }
   },
   "Chat": {
    "type": "object",
    "description": "One conversation.",
    "x-beeper-display": "chat",
    "required": [
     "id",
     "accountID",
     "type",
     "participants",
     "unreadCount"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Chat ID, e.g. !alice:beeper.local.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account the chat belongs to.",
      "x-beeper-pii": "id"
     },
     "network": {
      "type": "string",
      "description": "Display name of the network or account; some builds between app 4.2.509 and 4.2.807 do not send it."
     },
     "title": {
      "type": [
       "string",
       "null"
      ],
      "description": "Title as displayed; null or omitted in some older builds.",
      "x-beeper-pii": "name"
     },
     "type": {
      "$ref": "#/components/schemas/ChatType",
      "description": "Direct message or group."
     },
     "participants": {
      "$ref": "#/components/schemas/ChatParticipants",
      "description": "Members; the list may be incomplete."
     },
     "unreadCount": {
      "type": "integer",
      "description": "Number of unread messages."
     },
     "localChatID": {
      "type": [
       "string",
       "null"
      ],
      "description": "ID of the chat on this installation only; accepted wherever a chat ID is.",
      "x-beeper-pii": "id"
     },
     "description": {
      "type": [
       "string",
       "null"
      ],
      "description": "Topic of a group, when known.",
      "x-beeper-since": "4.2.808",
      "x-beeper-pii": "text"
     },
     "imgURL": {
      "type": [
       "string",
       "null"
      ],
      "description": "Path of the avatar on the machine of the app.",
      "x-beeper-since": "4.2.808",
      "x-beeper-pii": "media_url"
     },
     "isReadOnly": {
      "type": "boolean",
      "description": "Messages cannot be sent here.",
      "x-beeper-since": "4.2.808"
     },
     "lastActivity": {
      "type": "string",
      "format": "date-time",
      "description": "When the chat was last active."
     },
     "unreadMentionsCount": {
      "type": "integer",
      "description": "Number of unread messages that mention the user or @room.",
      "x-beeper-since": "4.2.808"
     },
     "lastReadMessageSortKey": {
      "anyOf": [
       {
        "type": "integer"
       },
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "The sortKey of the last message read. A string; older builds also send an integer or null.",
      "x-beeper-pii": "order"
     },
     "draft": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/ChatDraft"
       },
       {
        "type": "null"
       }
      ],
      "description": "Current draft; null if there is none.",
      "x-beeper-since": "4.2.808"
     },
     "reminder": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/ChatReminder"
       },
       {
        "type": "null"
       }
      ],
      "description": "Current reminder; null if there is none.",
      "x-beeper-since": "4.2.808"
     },
     "snooze": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/ChatSnooze"
       },
       {
        "type": "null"
       }
      ],
      "description": "Current snooze; null if there is none.",
      "x-beeper-since": "4.2.808"
     },
     "isArchived": {
      "type": "boolean",
      "description": "The chat is archived."
     },
     "isMarkedUnread": {
      "type": "boolean",
      "description": "The user marked it unread by hand.",
      "x-beeper-since": "4.2.808"
     },
     "isMuted": {
      "type": "boolean",
      "description": "Its notifications are off."
     },
     "isPinned": {
      "type": "boolean",
      "description": "The chat is pinned."
     },
     "isLowPriority": {
      "type": "boolean",
      "description": "The chat is in the low-priority inbox.",
      "x-beeper-since": "4.2.808"
     },
     "messageExpirySeconds": {
      "type": [
       "integer",
       "null"
      ],
      "description": "Timer of disappearing messages, in seconds; null if off.",
      "x-beeper-since": "4.2.808"
     },
     "capabilities": {
      "$ref": "#/components/schemas/ChatCapabilities",
      "description": "What the network allows in this chat.",
      "x-beeper-since": "4.2.808"
     },
     "labels": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Label"
      },
      "description": "Labels on the chat; left out when there are none or the user has no labels.",
      "x-beeper-since": "4.3.1"
     },
     "merge": {
      "$ref": "#/components/schemas/ChatMerge",
      "description": "Only on a merged chat: its members.",
      "x-beeper-since": "4.3.1"
     },
     "mergedIntoChatID": {
      "type": "string",
      "description": "Only on a member of a merged chat: ID of the merged chat. Such members are hidden from the list.",
      "x-beeper-since": "4.3.1",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "id": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "network": "WhatsApp",
     "title": "Alice Example",
     "type": "single",
     "participants": {
      "items": [
       {
        "id": "@alice:beeper.local",
        "phoneNumber": "+15550100",
        "fullName": "Alice Example",
        "isSelf": false
       },
       {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       }
      ],
      "hasMore": false,
      "total": 2
     },
     "unreadCount": 2,
     "localChatID": "12",
     "description": "Weekend plans",
     "imgURL": "file:///home/bob/media/alice.png",
     "isReadOnly": false,
     "lastActivity": "2026-08-31T19:41:41.000Z",
     "unreadMentionsCount": 1,
     "lastReadMessageSortKey": "449706228480",
     "draft": {
      "text": "On my way"
     },
     "reminder": {
      "remindAt": "2036-09-01T09:00:00.000Z"
     },
     "snooze": {
      "snoozeUntil": "2026-09-01T09:00:00.000Z"
     },
     "isArchived": false,
     "isMarkedUnread": false,
     "isMuted": false,
     "isPinned": true,
     "isLowPriority": false,
     "messageExpirySeconds": 86400,
     "capabilities": {
      "edit": 2,
      "reaction": 2
     },
     "labels": [
      {
       "id": "label-1",
       "name": "Family"
      }
     ],
     "mergedIntoChatID": "!merged:beeper.local"
    }
   },
   "ChatType": {
    "type": "string",
    "enum": [
     "single",
     "group"
    ],
    "description": "Direct message or group.",
    "example": "single"
   },
   "ChatParticipants": {
    "type": "object",
    "description": "Members of a chat; the list may be incomplete.",
    "required": [
     "items",
     "hasMore",
     "total"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Participant"
      },
      "description": "Members returned; at most 20 per chat in lists and searches."
     },
     "hasMore": {
      "type": "boolean",
      "description": "There are more members than returned."
     },
     "total": {
      "type": "integer",
      "description": "Real number of members."
     }
    },
    "example": {
     "items": [
      {
       "id": "@alice:beeper.local",
       "phoneNumber": "+15550100",
       "fullName": "Alice Example",
       "isSelf": false
      },
      {
       "id": "@bob:beeper.local",
       "phoneNumber": "+15550101",
       "fullName": "Bob Example",
       "isSelf": true
      }
     ],
     "hasMore": false,
     "total": 2
    }
   },
   "ChatMerge": {
    "type": "object",
    "description": "Makes a chat a merged chat: several chats with one person shown as one. It has no messages of its own; read those of its members. A send to it goes to one member.",
    "required": [
     "chatIDs"
    ],
    "properties": {
     "chatIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "IDs of the member chats.",
      "x-beeper-pii": "id"
     },
     "defaultChatID": {
      "type": "string",
      "description": "Member that receives sent messages, if the user chose one on this device; otherwise the member that was active last.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.3.1",
    "example": {
     "chatIDs": [
      "!alice:beeper.local",
      "!alice2:beeper.local"
     ],
     "defaultChatID": "!alice:beeper.local"
    }
   },
   "ChatReminder": {
    "type": "object",
    "description": "Reminder of a chat, as returned.",
    "properties": {
     "remindAt": {
      "type": "string",
      "format": "date-time",
      "description": "When it fires."
     },
     "dismissOnIncomingMessage": {
      "type": "boolean",
      "description": "Dropped when someone writes."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "remindAt": "2036-09-01T09:00:00.000Z",
     "dismissOnIncomingMessage": true
    }
   },
   "ChatSnooze": {
    "type": "object",
    "description": "Snooze state of a chat.",
    "properties": {
     "snoozeUntil": {
      "type": "string",
      "format": "date-time",
      "description": "When it ends."
     },
     "userSnoozedAt": {
      "type": "string",
      "format": "date-time",
      "description": "When the user set it."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "snoozeUntil": "2026-09-01T09:00:00.000Z",
     "userSnoozedAt": "2026-08-31T19:41:41.000Z"
    }
   },
   "ChatDraft": {
    "type": "object",
    "description": "Draft of a chat, as returned. To set a draft, use `ChatDraftInput`.",
    "required": [
     "text"
    ],
    "properties": {
     "text": {
      "type": "string",
      "description": "Text as Matrix HTML.",
      "x-beeper-pii": "text"
     },
     "attachments": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/DraftAttachment"
      },
      "description": "Attachments by ID.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "text": "On my way",
     "attachments": {
      "attachment-1": {
       "id": "attachment-1",
       "type": "file"
      }
     }
    }
   },
   "DraftAttachment": {
    "type": "object",
    "description": "An attachment of a draft, as returned.",
    "required": [
     "id",
     "type"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "ID of the draft attachment.",
      "x-beeper-pii": "id"
     },
     "type": {
      "$ref": "#/components/schemas/DraftAttachmentType",
      "description": "Kind of attachment."
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type."
     },
     "fileName": {
      "type": "string",
      "description": "Original file name.",
      "x-beeper-pii": "file_name"
     },
     "filePath": {
      "type": "string",
      "description": "Path on the machine of the app.",
      "x-beeper-pii": "media_url"
     },
     "fileSize": {
      "type": "number",
      "description": "Size in bytes."
     },
     "stickerID": {
      "type": "string",
      "description": "Sticker ID, when it is a sticker.",
      "x-beeper-pii": "id"
     },
     "audioDurationSeconds": {
      "type": "number",
      "description": "Length of the audio, in seconds."
     },
     "size": {
      "$ref": "#/components/schemas/Dimensions",
      "description": "Size in pixels."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "id": "attachment-1",
     "type": "file",
     "mimeType": "image/jpeg",
     "fileName": "photo.jpg",
     "filePath": "/home/bob/media/photo.jpg",
     "fileSize": 48213,
     "size": {
      "width": 1280,
      "height": 720
     }
    }
   },
   "DraftAttachmentType": {
    "type": "string",
    "enum": [
     "file",
     "gif",
     "recorded_audio"
    ],
    "description": "Kind of a draft attachment, as returned.",
    "x-beeper-since": "4.2.808",
    "example": "file"
   },
   "ChatCapabilities": {
    "type": "object",
    "description": "What the network allows in a chat, and its limits.",
    "properties": {
     "formatting": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/CapabilityLevel"
      },
      "description": "Rich text by feature (bold, inline_code, code_block.syntax_highlighting); left out when none is advertised."
     },
     "attachments": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/AttachmentCapabilities"
      },
      "description": "Limits by Matrix message type or pseudo type (m.image, m.video, org.matrix.msc3245.voice). A type that is not listed is rejected."
     },
     "maxTextLength": {
      "type": "integer",
      "description": "Longest text of a message, in characters."
     },
     "locationMessage": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Sending locations."
     },
     "poll": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Polls."
     },
     "thread": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Threads."
     },
     "reply": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Replies."
     },
     "edit": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Edits."
     },
     "editMaxCount": {
      "type": "integer",
      "description": "How often a message can be edited."
     },
     "editMaxAge": {
      "type": "integer",
      "description": "Age up to which a message can be edited, in seconds."
     },
     "delete": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Deleting for everyone."
     },
     "deleteMaxAge": {
      "type": "integer",
      "description": "Age up to which a message can be deleted for everyone, in seconds."
     },
     "deleteForMe": {
      "type": "boolean",
      "description": "Deleting for the user only."
     },
     "messageRequest": {
      "$ref": "#/components/schemas/MessageRequestCapabilities",
      "description": "How message requests are accepted."
     },
     "reaction": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Reactions."
     },
     "reactionCount": {
      "type": "integer",
      "description": "How many reactions the user can put on one message."
     },
     "allowedReactions": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Emoji that are allowed; omitted if all are."
     },
     "customEmojiReactions": {
      "type": "boolean",
      "description": "Custom emoji as reactions."
     },
     "disappearingTimer": {
      "$ref": "#/components/schemas/ChatDisappearingTimerCapabilities",
      "description": "Disappearing messages."
     },
     "readReceipts": {
      "type": "boolean",
      "description": "Read receipts."
     },
     "typingNotifications": {
      "type": "boolean",
      "description": "Typing indicators."
     },
     "archive": {
      "type": "boolean",
      "description": "Archiving."
     },
     "markAsUnread": {
      "type": "boolean",
      "description": "Marking as unread."
     },
     "deleteChat": {
      "type": "boolean",
      "description": "Deleting the chat for the user."
     },
     "deleteChatForEveryone": {
      "type": "boolean",
      "description": "Deleting the chat for everyone."
     },
     "participantActions": {
      "$ref": "#/components/schemas/ParticipantActionCapabilities",
      "description": "Managing members."
     },
     "state": {
      "$ref": "#/components/schemas/ChatStateCapabilities",
      "description": "Changing title, topic, avatar and timer."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "formatting": {
      "bold": 2
     },
     "attachments": {
      "m.image": {
       "mimeTypes": {
        "image/jpeg": 2
       },
       "maxSize": 104857600
      }
     },
     "maxTextLength": 65536,
     "locationMessage": 2,
     "poll": 2,
     "thread": 2,
     "reply": 2,
     "edit": 2,
     "editMaxCount": 10,
     "editMaxAge": 900,
     "delete": 2,
     "deleteMaxAge": 172800,
     "deleteForMe": true,
     "messageRequest": {
      "acceptWithButton": 2
     },
     "reaction": 2,
     "reactionCount": 1,
     "allowedReactions": [
      "👍",
      "❤️"
     ],
     "customEmojiReactions": true,
     "disappearingTimer": {
      "types": [
       "afterRead"
      ],
      "timers": [
       86400000
      ]
     },
     "readReceipts": true,
     "typingNotifications": true,
     "archive": true,
     "markAsUnread": true,
     "deleteChat": true,
     "deleteChatForEveryone": true,
     "participantActions": {
      "invite": 2
     },
     "state": {
      "title": {
       "level": 2
      }
     }
    }
   },
   "AttachmentCapabilities": {
    "type": "object",
    "description": "Limits of one type of attachment.",
    "required": [
     "mimeTypes"
    ],
    "properties": {
     "mimeTypes": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/CapabilityLevel"
      },
      "description": "Support by MIME type or pattern. A type that is not listed is rejected."
     },
     "caption": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Captions."
     },
     "maxCaptionLength": {
      "type": "integer",
      "description": "Longest caption, in characters."
     },
     "maxSize": {
      "type": "integer",
      "description": "Largest file, in bytes."
     },
     "maxWidth": {
      "type": "integer",
      "description": "Largest width, in pixels."
     },
     "maxHeight": {
      "type": "integer",
      "description": "Largest height, in pixels."
     },
     "maxDuration": {
      "type": "integer",
      "description": "Longest duration, in seconds."
     },
     "viewOnce": {
      "type": "boolean",
      "description": "Whether it can be sent to be viewed once."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "mimeTypes": {
      "image/jpeg": 2
     },
     "caption": 2,
     "maxCaptionLength": 1024,
     "maxSize": 104857600,
     "maxWidth": 4096,
     "maxHeight": 4096,
     "maxDuration": 900,
     "viewOnce": true
    }
   },
   "MessageRequestCapabilities": {
    "type": "object",
    "description": "How message requests can be accepted.",
    "properties": {
     "acceptWithMessage": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Accepting by sending a message."
     },
     "acceptWithButton": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Accepting by an action of its own."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "acceptWithMessage": 2,
     "acceptWithButton": 2
    }
   },
   "ChatDisappearingTimerCapabilities": {
    "type": "object",
    "description": "Which disappearing timers a chat can have.",
    "properties": {
     "types": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/DisappearingTimerType"
      },
      "description": "Kinds of timer."
     },
     "timers": {
      "type": "array",
      "items": {
       "type": "integer"
      },
      "description": "Allowed values, in milliseconds (messageExpirySeconds is in seconds). All values are allowed if omitted."
     },
     "omitEmptyTimer": {
      "type": "boolean",
      "description": "An empty timer is left out of the content of messages."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "types": [
      "afterRead"
     ],
     "timers": [
      86400000
     ],
     "omitEmptyTimer": true
    }
   },
   "DisappearingTimerType": {
    "type": "string",
    "enum": [
     "afterRead",
     "afterReadByRecipient",
     "afterSend"
    ],
    "description": "When the timer of a disappearing message starts. The value afterReadByRecipient was added after app 4.3.0.",
    "x-beeper-since": "4.2.808",
    "example": "afterRead"
   },
   "ParticipantActionCapabilities": {
    "type": "object",
    "description": "How far members can be managed.",
    "properties": {
     "ban": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Banning a member."
     },
     "invite": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Inviting someone."
     },
     "kick": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Removing a member."
     },
     "leave": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Leaving the chat."
     },
     "revokeInvite": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "Revoking an invitation."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "ban": 2,
     "invite": 2,
     "kick": 2,
     "leave": 2,
     "revokeInvite": 2
    }
   },
   "ChatStateCapabilities": {
    "type": "object",
    "description": "Which chat state can be changed.",
    "properties": {
     "disappearingTimer": {
      "$ref": "#/components/schemas/StateCapability",
      "description": "Changing the disappearing timer."
     },
     "avatar": {
      "$ref": "#/components/schemas/StateCapability",
      "description": "Changing the avatar."
     },
     "title": {
      "$ref": "#/components/schemas/StateCapability",
      "description": "Changing the title."
     },
     "description": {
      "$ref": "#/components/schemas/StateCapability",
      "description": "Changing the topic."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "disappearingTimer": {
      "level": 2
     },
     "avatar": {
      "level": 2
     },
     "title": {
      "level": 2
     },
     "description": {
      "level": 2
     }
    }
   },
   "StateCapability": {
    "type": "object",
    "description": "How far one piece of chat state can be changed.",
    "required": [
     "level"
    ],
    "properties": {
     "level": {
      "$ref": "#/components/schemas/CapabilityLevel",
      "description": "How far it is supported."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "level": 2
    }
   },
   "ChatWithPreview": {
    "description": "A chat as listed: with its last message.",
    "allOf": [
     {
      "$ref": "#/components/schemas/Chat"
     },
     {
      "type": "object",
      "properties": {
       "preview": {
        "$ref": "#/components/schemas/Message",
        "description": "The last message, when there is one."
       }
      }
     }
    ],
    "example": {
     "id": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "network": "WhatsApp",
     "title": "Alice Example",
     "type": "single",
     "participants": {
      "items": [
       {
        "id": "@alice:beeper.local",
        "phoneNumber": "+15550100",
        "fullName": "Alice Example",
        "isSelf": false
       },
       {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       }
      ],
      "hasMore": false,
      "total": 2
     },
     "unreadCount": 2,
     "lastActivity": "2026-08-31T19:41:41.000Z",
     "preview": {
      "id": "1343993",
      "chatID": "!alice:beeper.local",
      "accountID": "local-whatsapp_ba_alice",
      "senderID": "@bob:beeper.local",
      "timestamp": "2026-08-31T19:41:41.000Z",
      "sortKey": "449706228480",
      "senderName": "Bob Example",
      "text": "See you at <b>eight</b>",
      "isSender": true
     }
    }
   },
   "CreatedChat": {
    "description": "Response of create and start: the chat, with two legacy fields.",
    "allOf": [
     {
      "$ref": "#/components/schemas/Chat"
     },
     {
      "type": "object",
      "required": [
       "chatID"
      ],
      "properties": {
       "chatID": {
        "type": "string",
        "deprecated": true,
        "description": "Same as id.",
        "x-beeper-pii": "id"
       },
       "status": {
        "$ref": "#/components/schemas/ChatCreateStatus",
        "deprecated": true,
        "description": "Whether an existing chat was reused."
       }
      }
     }
    ],
    "x-beeper-since": "4.2.808",
    "x-beeper-text-status": true,
    "example": {
     "id": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "network": "WhatsApp",
     "title": "Alice Example",
     "type": "single",
     "participants": {
      "items": [
       {
        "id": "@alice:beeper.local",
        "phoneNumber": "+15550100",
        "fullName": "Alice Example",
        "isSelf": false
       },
       {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       }
      ],
      "hasMore": false,
      "total": 2
     },
     "unreadCount": 2,
     "lastActivity": "2026-08-31T19:41:41.000Z",
     "chatID": "!alice:beeper.local",
     "status": "existing"
    }
   },
   "ChatCreateStatus": {
    "type": "string",
    "enum": [
     "existing",
     "created"
    ],
    "description": "Whether a chat was reused or made.",
    "x-beeper-since": "4.2.557",
    "example": "existing"
   },
   "ChatCreateResult": {
    "description": "Response of creating a chat: the chat, or only its ID before app 4.2.808. Only the chat has the key `id`.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/CreatedChat"
     },
     {
      "$ref": "#/components/schemas/LegacyChatCreateResult"
     }
    ],
    "example": {
     "id": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "network": "WhatsApp",
     "title": "Alice Example",
     "type": "single",
     "participants": {
      "items": [
       {
        "id": "@alice:beeper.local",
        "phoneNumber": "+15550100",
        "fullName": "Alice Example",
        "isSelf": false
       },
       {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       }
      ],
      "hasMore": false,
      "total": 2
     },
     "unreadCount": 2,
     "lastActivity": "2026-08-31T19:41:41.000Z",
     "chatID": "!alice:beeper.local",
     "status": "existing"
    }
   },
   "Message": {
    "type": "object",
    "description": "One message.",
    "x-beeper-property": {
     "name": "kind",
     "function": "message_kind"
    },
    "x-beeper-display": "message",
    "required": [
     "id",
     "chatID",
     "accountID",
     "senderID",
     "timestamp",
     "sortKey"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Message ID, e.g. 1343993. It is valid on this installation only.",
      "x-beeper-pii": "id"
     },
     "chatID": {
      "type": "string",
      "description": "Chat the message is in.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account the message belongs to.",
      "x-beeper-pii": "id"
     },
     "senderID": {
      "type": "string",
      "description": "User ID of the sender.",
      "x-beeper-pii": "id"
     },
     "timestamp": {
      "type": "string",
      "format": "date-time",
      "description": "When it was sent."
     },
     "sortKey": {
      "type": "string",
      "description": "Key to order messages by.",
      "x-beeper-pii": "order"
     },
     "senderName": {
      "type": "string",
      "description": "Name of the sender, when known.",
      "x-beeper-pii": "name"
     },
     "type": {
      "$ref": "#/components/schemas/MessageType",
      "description": "Kind of content.",
      "x-beeper-since": "4.2.499"
     },
     "text": {
      "type": "string",
      "description": "Matrix HTML or plain text; the API does not indicate which. Always plain text before app 4.2.808.",
      "x-beeper-pii": "text"
     },
     "editedTimestamp": {
      "type": "string",
      "format": "date-time",
      "description": "When it was last edited.",
      "x-beeper-since": "4.2.808"
     },
     "isSender": {
      "type": "boolean",
      "description": "The user sent it; some bridges omit it."
     },
     "sendStatus": {
      "$ref": "#/components/schemas/SendStatus",
      "description": "Outcome of the send; some networks omit it.",
      "x-beeper-since": "4.2.808"
     },
     "isHidden": {
      "type": "boolean",
      "description": "Not normally shown.",
      "x-beeper-since": "4.2.808"
     },
     "isDeleted": {
      "type": "boolean",
      "description": "Deleted; the message stays as a tombstone.",
      "x-beeper-since": "4.2.808"
     },
     "attachments": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Attachment"
      },
      "description": "Attachments."
     },
     "isUnread": {
      "type": "boolean",
      "description": "Not read by the user; may be left out."
     },
     "linkedMessageID": {
      "type": "string",
      "description": "Message this one replies or reacts to.",
      "x-beeper-since": "4.2.499",
      "x-beeper-pii": "id"
     },
     "mentions": {
      "type": [
       "array",
       "null"
      ],
      "items": {
       "type": "string"
      },
      "description": "User IDs mentioned, or @room for everyone; null in old messages, where it is not known.",
      "x-beeper-since": "4.2.808",
      "x-beeper-pii": "id"
     },
     "links": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/LinkPreview"
      },
      "description": "Previews of links.",
      "x-beeper-since": "4.2.808"
     },
     "reactions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Reaction"
      },
      "description": "Reactions to the message."
     },
     "seen": {
      "$ref": "#/components/schemas/MessageSeen",
      "description": "Who has read it.",
      "x-beeper-since": "4.2.808",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "id": "1343993",
     "chatID": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "senderID": "@bob:beeper.local",
     "timestamp": "2026-08-31T19:41:41.000Z",
     "sortKey": "449706228480",
     "senderName": "Bob Example",
     "type": "VIDEO",
     "text": "See you at <b>eight</b>",
     "editedTimestamp": "2026-08-31T19:45:00.000Z",
     "isSender": true,
     "sendStatus": {
      "status": "SUCCESS",
      "timestamp": "2026-08-31T19:41:42.000Z",
      "deliveredToUsers": [
       "@alice:beeper.local"
      ]
     },
     "isHidden": false,
     "isDeleted": false,
     "attachments": [
      {
       "type": "video",
       "id": "mxc://beeper.local/abc123",
       "mimeType": "video/mp4",
       "fileName": "dinner.mp4"
      }
     ],
     "isUnread": false,
     "linkedMessageID": "1343990",
     "mentions": [
      "@alice:beeper.local"
     ],
     "links": [
      {
       "url": "https://example.com/dinner",
       "title": "Dinner places"
      }
     ],
     "reactions": [
      {
       "id": "@alice:beeper.local👍",
       "reactionKey": "👍",
       "participantID": "@alice:beeper.local"
      }
     ],
     "seen": {
      "@alice:beeper.local": true,
      "@bob:beeper.local": "2026-08-31T19:42:00.000Z"
     }
    }
   },
   "MessageType": {
    "type": "string",
    "enum": [
     "TEXT",
     "NOTICE",
     "IMAGE",
     "VIDEO",
     "VOICE",
     "AUDIO",
     "FILE",
     "STICKER",
     "LOCATION",
     "REACTION"
    ],
    "description": "Content kind of a message.",
    "x-beeper-since": "4.2.499",
    "example": "TEXT"
   },
   "MessageSeen": {
    "description": "Who has read a message: a flag, a time, or one of them by participant ID.",
    "anyOf": [
     {
      "type": "boolean"
     },
     {
      "type": "string",
      "format": "date-time"
     },
     {
      "type": "object",
      "additionalProperties": {
       "anyOf": [
        {
         "type": "boolean"
        },
        {
         "type": "string",
         "format": "date-time"
        }
       ]
      }
     }
    ],
    "x-beeper-since": "4.2.808",
    "example": {
     "@alice:beeper.local": true,
     "@bob:beeper.local": "2026-08-31T19:42:00.000Z"
    }
   },
   "SendStatus": {
    "type": "object",
    "description": "Outcome of a send, as reported by the bridge.",
    "required": [
     "status",
     "timestamp"
    ],
    "properties": {
     "status": {
      "$ref": "#/components/schemas/SendStatusCode",
      "description": "State of the send."
     },
     "timestamp": {
      "type": "string",
      "format": "date-time",
      "description": "When that was reported."
     },
     "reason": {
      "type": "string",
      "description": "Machine-readable reason of a failure."
     },
     "message": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     },
     "deliveredToUsers": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "User IDs it was delivered to.",
      "x-beeper-pii": "id"
     },
     "internalError": {
      "type": "string",
      "description": "Diagnostics, not to be shown to users.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "status": "FAIL_RETRIABLE",
     "timestamp": "2026-08-31T19:41:42.000Z",
     "reason": "m.foreign_network_error",
     "message": "The network did not accept the message.",
     "deliveredToUsers": [
      "@bob:beeper.local"
     ],
     "internalError": "timeout"
    }
   },
   "SendStatusCode": {
    "type": "string",
    "enum": [
     "SUCCESS",
     "PENDING",
     "FAIL_RETRIABLE",
     "FAIL_PERMANENT"
    ],
    "description": "Outcome of a send, as far as it is known.",
    "x-beeper-since": "4.2.808",
    "example": "SUCCESS"
   },
   "Attachment": {
    "type": "object",
    "description": "An attachment of a message, as read.",
    "required": [
     "type"
    ],
    "properties": {
     "type": {
      "$ref": "#/components/schemas/AttachmentType",
      "description": "Kind of attachment."
     },
     "id": {
      "type": "string",
      "description": "Usually an mxc:// URL, with which it is downloaded or streamed.",
      "x-beeper-since": "4.2.499",
      "x-beeper-pii": "media_url"
     },
     "srcURL": {
      "type": "string",
      "description": "Public URL or local path; may be temporary.",
      "x-beeper-pii": "media_url"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type."
     },
     "fileName": {
      "type": "string",
      "description": "Original file name.",
      "x-beeper-pii": "file_name"
     },
     "fileSize": {
      "type": "number",
      "description": "Size in bytes."
     },
     "isGif": {
      "type": "boolean",
      "description": "It is a GIF."
     },
     "isSticker": {
      "type": "boolean",
      "description": "It is a sticker."
     },
     "isVoiceNote": {
      "type": "boolean",
      "description": "It is a voice note."
     },
     "duration": {
      "type": "number",
      "description": "Length of audio or video, in seconds."
     },
     "transcription": {
      "$ref": "#/components/schemas/Transcription",
      "description": "Transcript, when there is one.",
      "x-beeper-since": "4.2.808"
     },
     "posterImg": {
      "type": "string",
      "description": "URL of the poster frame of a video; may be temporary.",
      "x-beeper-pii": "media_url"
     },
     "size": {
      "$ref": "#/components/schemas/Dimensions",
      "description": "Size in pixels."
     }
    },
    "example": {
     "type": "video",
     "id": "mxc://beeper.local/abc123",
     "srcURL": "file:///home/bob/media/dinner.mp4",
     "mimeType": "video/mp4",
     "fileName": "dinner.mp4",
     "fileSize": 48213,
     "isGif": false,
     "isSticker": false,
     "isVoiceNote": false,
     "duration": 3.5,
     "transcription": {
      "transcription": "See you at eight.",
      "engine": "whisper"
     },
     "posterImg": "file:///home/bob/media/poster.jpg",
     "size": {
      "width": 1280,
      "height": 720
     }
    }
   },
   "AttachmentType": {
    "type": "string",
    "enum": [
     "unknown",
     "img",
     "video",
     "audio"
    ],
    "description": "Kind of an attachment as read (differs from the hint given when sending).",
    "example": "unknown"
   },
   "Transcription": {
    "type": "object",
    "description": "Transcript of an audio attachment.",
    "required": [
     "transcription",
     "engine"
    ],
    "properties": {
     "transcription": {
      "type": "string",
      "description": "The text.",
      "x-beeper-pii": "text"
     },
     "engine": {
      "type": "string",
      "description": "What made it."
     },
     "language": {
      "type": "string",
      "description": "Its language."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "transcription": "See you at eight.",
     "engine": "whisper",
     "language": "en"
    }
   },
   "LinkPreview": {
    "type": "object",
    "description": "Preview of a link.",
    "required": [
     "url",
     "title"
    ],
    "properties": {
     "url": {
      "type": "string",
      "description": "URL after redirects.",
      "x-beeper-pii": "media_url"
     },
     "title": {
      "type": "string",
      "description": "Title of the page.",
      "x-beeper-pii": "text"
     },
     "originalURL": {
      "type": "string",
      "description": "URL as written, before redirects and shortening.",
      "x-beeper-pii": "media_url"
     },
     "favicon": {
      "type": "string",
      "description": "URL of the icon; may be temporary.",
      "x-beeper-pii": "media_url"
     },
     "img": {
      "type": "string",
      "description": "URL of the image; may be temporary.",
      "x-beeper-pii": "media_url"
     },
     "imgSize": {
      "$ref": "#/components/schemas/Dimensions",
      "description": "Size of the image, in pixels."
     },
     "summary": {
      "type": "string",
      "description": "Summary of the page.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "url": "https://example.com/dinner",
     "title": "Dinner places",
     "originalURL": "https://example.com/d",
     "favicon": "https://example.com/favicon.ico",
     "img": "https://example.com/dinner.jpg",
     "imgSize": {
      "width": 1280,
      "height": 720
     },
     "summary": "Where to eat."
    }
   },
   "Reaction": {
    "type": "object",
    "description": "A reaction on a message.",
    "required": [
     "id",
     "reactionKey",
     "participantID"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "ID of the participant, with the reaction key appended where one person can react several times.",
      "x-beeper-pii": "id"
     },
     "reactionKey": {
      "type": "string",
      "description": "Emoji, key of the network, or shortcode.",
      "x-beeper-pii": "id"
     },
     "participantID": {
      "type": "string",
      "description": "User ID of who reacted.",
      "x-beeper-pii": "id"
     },
     "emoji": {
      "type": "boolean",
      "description": "The key is an emoji."
     },
     "imgURL": {
      "type": "string",
      "description": "URL of its image; may be temporary.",
      "x-beeper-pii": "media_url"
     }
    },
    "example": {
     "id": "@alice:beeper.local👍",
     "reactionKey": "👍",
     "participantID": "@alice:beeper.local",
     "emoji": true,
     "imgURL": "file:///home/bob/media/alice.png"
    }
   },
   "MessageSendResult": {
    "type": "object",
    "description": "Response of sending a message: it is queued, not yet delivered.",
    "required": [
     "chatID",
     "pendingMessageID"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat the message went to; a member when it was sent to a merged chat.",
      "x-beeper-pii": "id"
     },
     "pendingMessageID": {
      "type": "string",
      "description": "Temporary ID, until the message has its final one; nothing in the final message links back to it.",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "chatID": "!alice:beeper.local",
     "pendingMessageID": "m1725489123456"
    }
   },
   "EditedMessage": {
    "description": "Response of an edit: the message, with two legacy fields. It may still be the message before the edit.",
    "allOf": [
     {
      "$ref": "#/components/schemas/Message"
     },
     {
      "type": "object",
      "required": [
       "messageID",
       "success"
      ],
      "properties": {
       "messageID": {
        "type": "string",
        "deprecated": true,
        "description": "Same as id.",
        "x-beeper-pii": "id"
       },
       "success": {
        "type": "boolean",
        "const": true,
        "deprecated": true,
        "description": "Always true."
       }
      }
     }
    ],
    "x-beeper-since": "4.2.808",
    "example": {
     "id": "1343993",
     "chatID": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "senderID": "@bob:beeper.local",
     "timestamp": "2026-08-31T19:41:41.000Z",
     "sortKey": "449706228480",
     "senderName": "Bob Example",
     "text": "See you at <b>eight</b>",
     "isSender": true,
     "messageID": "1343993",
     "success": true
    }
   },
   "ReactionAddResult": {
    "type": "object",
    "description": "Response of adding a reaction: it is queued.",
    "required": [
     "success",
     "chatID",
     "messageID",
     "reactionKey",
     "transactionID"
    ],
    "properties": {
     "success": {
      "type": "boolean",
      "const": true,
      "description": "Always true."
     },
     "chatID": {
      "type": "string",
      "description": "Chat of the message.",
      "x-beeper-pii": "id"
     },
     "messageID": {
      "type": "string",
      "description": "Message reacted to.",
      "x-beeper-pii": "id"
     },
     "reactionKey": {
      "type": "string",
      "description": "Key that was added.",
      "x-beeper-pii": "id"
     },
     "transactionID": {
      "type": "string",
      "description": "ID with which the reaction is tracked.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "success": true,
     "chatID": "!alice:beeper.local",
     "messageID": "1343993",
     "reactionKey": "👍",
     "transactionID": "txn-1"
    }
   },
   "ReactionDeleteResult": {
    "type": "object",
    "description": "Response of removing a reaction: it is queued.",
    "required": [
     "success",
     "chatID",
     "messageID",
     "reactionKey"
    ],
    "properties": {
     "success": {
      "type": "boolean",
      "const": true,
      "description": "Always true."
     },
     "chatID": {
      "type": "string",
      "description": "Chat of the message.",
      "x-beeper-pii": "id"
     },
     "messageID": {
      "type": "string",
      "description": "Message reacted to.",
      "x-beeper-pii": "id"
     },
     "reactionKey": {
      "type": "string",
      "description": "Key that was removed.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "success": true,
     "chatID": "!alice:beeper.local",
     "messageID": "1343993",
     "reactionKey": "👍"
    }
   },
   "MessageUpdateResult": {
    "description": "Response of an edit: the message, or only its IDs before app 4.2.808. Only the message has the key `id`.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/EditedMessage"
     },
     {
      "$ref": "#/components/schemas/LegacyMessageUpdateResult"
     }
    ],
    "x-beeper-since": "4.2.499",
    "example": {
     "id": "1343993",
     "chatID": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "senderID": "@bob:beeper.local",
     "timestamp": "2026-08-31T19:41:41.000Z",
     "sortKey": "449706228480",
     "senderName": "Bob Example",
     "text": "See you at <b>eight</b>",
     "isSender": true,
     "messageID": "1343993",
     "success": true
    }
   },
   "ChatWithPreviewPage": {
    "type": "object",
    "description": "A page of listed chats, newest activity first.",
    "required": [
     "items",
     "hasMore",
     "oldestCursor",
     "newestCursor"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/ChatWithPreview"
      },
      "description": "Chats of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-pii": "order"
     }
    },
    "example": {
     "items": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ"
    }
   },
   "ChatPage": {
    "type": "object",
    "description": "A page of found chats, newest activity first.",
    "required": [
     "items",
     "hasMore",
     "oldestCursor",
     "newestCursor"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Chat"
      },
      "description": "Chats of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-pii": "order"
     }
    },
    "example": {
     "items": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ"
    }
   },
   "MessagePage": {
    "type": "object",
    "description": "A page of messages of a chat, newest first. Before app 4.2.808 it has no cursors, and the sortKey of the last item is the next cursor.",
    "required": [
     "items",
     "hasMore"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Message"
      },
      "description": "Messages of the page, newest first."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched; can stay true at the start of history."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-since": "4.2.808",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-since": "4.2.808",
      "x-beeper-pii": "order"
     }
    },
    "example": {
     "items": [
      {
       "id": "1343993",
       "chatID": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "senderID": "@bob:beeper.local",
       "timestamp": "2026-08-31T19:41:41.000Z",
       "sortKey": "449706228480",
       "senderName": "Bob Example",
       "text": "See you at <b>eight</b>",
       "isSender": true
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ"
    }
   },
   "MessageSearchPage": {
    "type": "object",
    "description": "A page of found messages, with their chats.",
    "required": [
     "items",
     "hasMore",
     "oldestCursor",
     "newestCursor",
     "chats"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Message"
      },
      "description": "Messages of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-pii": "order"
     },
     "chats": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/Chat"
      },
      "description": "Chats of the messages, by chat ID.",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "items": [
      {
       "id": "1343993",
       "chatID": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "senderID": "@bob:beeper.local",
       "timestamp": "2026-08-31T19:41:41.000Z",
       "sortKey": "449706228480",
       "senderName": "Bob Example",
       "text": "See you at <b>eight</b>",
       "isSender": true
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ",
     "chats": {
      "!alice:beeper.local": {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     }
    }
   },
   "ContactPage": {
    "type": "object",
    "description": "A page of contacts.",
    "required": [
     "items",
     "hasMore",
     "oldestCursor",
     "newestCursor"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/User"
      },
      "description": "Contacts of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-pii": "order"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "items": [
      {
       "id": "@alice:beeper.local",
       "phoneNumber": "+15550100",
       "fullName": "Alice Example"
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ"
    }
   },
   "ContactSearchResult": {
    "type": "object",
    "description": "Found contacts; there are no pages.",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/User"
      },
      "description": "Contacts found."
     }
    },
    "example": {
     "items": [
      {
       "id": "@alice:beeper.local",
       "phoneNumber": "+15550100",
       "fullName": "Alice Example"
      }
     ]
    }
   },
   "UnifiedSearchResult": {
    "type": "object",
    "description": "Response of the search over chats and messages.",
    "required": [
     "results"
    ],
    "properties": {
     "results": {
      "$ref": "#/components/schemas/UnifiedSearchResults",
      "description": "What was found."
     }
    },
    "example": {
     "results": {
      "chats": [
       {
        "id": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "network": "WhatsApp",
        "title": "Alice Example",
        "type": "single",
        "participants": {
         "items": [
          {
           "id": "@alice:beeper.local",
           "phoneNumber": "+15550100",
           "fullName": "Alice Example",
           "isSelf": false
          },
          {
           "id": "@bob:beeper.local",
           "phoneNumber": "+15550101",
           "fullName": "Bob Example",
           "isSelf": true
          }
         ],
         "hasMore": false,
         "total": 2
        },
        "unreadCount": 2,
        "lastActivity": "2026-08-31T19:41:41.000Z"
       }
      ],
      "in_groups": [
       {
        "id": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "network": "WhatsApp",
        "title": "Alice Example",
        "type": "single",
        "participants": {
         "items": [
          {
           "id": "@alice:beeper.local",
           "phoneNumber": "+15550100",
           "fullName": "Alice Example",
           "isSelf": false
          },
          {
           "id": "@bob:beeper.local",
           "phoneNumber": "+15550101",
           "fullName": "Bob Example",
           "isSelf": true
          }
         ],
         "hasMore": false,
         "total": 2
        },
        "unreadCount": 2,
        "lastActivity": "2026-08-31T19:41:41.000Z"
       }
      ],
      "messages": {
       "items": [
        {
         "id": "1343993",
         "chatID": "!alice:beeper.local",
         "accountID": "local-whatsapp_ba_alice",
         "senderID": "@bob:beeper.local",
         "timestamp": "2026-08-31T19:41:41.000Z",
         "sortKey": "449706228480",
         "senderName": "Bob Example",
         "text": "See you at <b>eight</b>",
         "isSender": true
        }
       ],
       "hasMore": true,
       "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
       "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ",
       "chats": {
        "!alice:beeper.local": {
         "id": "!alice:beeper.local",
         "accountID": "local-whatsapp_ba_alice",
         "network": "WhatsApp",
         "title": "Alice Example",
         "type": "single",
         "participants": {
          "items": [
           {
            "id": "@alice:beeper.local",
            "phoneNumber": "+15550100",
            "fullName": "Alice Example",
            "isSelf": false
           },
           {
            "id": "@bob:beeper.local",
            "phoneNumber": "+15550101",
            "fullName": "Bob Example",
            "isSelf": true
           }
          ],
          "hasMore": false,
          "total": 2
         },
         "unreadCount": 2,
         "lastActivity": "2026-08-31T19:41:41.000Z"
        }
       }
      }
     }
    }
   },
   "UnifiedSearchResults": {
    "type": "object",
    "description": "Results of the search over chats and messages.",
    "required": [
     "chats",
     "in_groups",
     "messages"
    ],
    "properties": {
     "chats": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Chat"
      },
      "description": "Chats found by title."
     },
     "in_groups": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Chat"
      },
      "description": "Groups with a matching participant."
     },
     "messages": {
      "$ref": "#/components/schemas/MessageSearchPage",
      "description": "First page of messages found."
     }
    },
    "example": {
     "chats": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "in_groups": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "messages": {
      "items": [
       {
        "id": "1343993",
        "chatID": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "senderID": "@bob:beeper.local",
        "timestamp": "2026-08-31T19:41:41.000Z",
        "sortKey": "449706228480",
        "senderName": "Bob Example",
        "text": "See you at <b>eight</b>",
        "isSender": true
       }
      ],
      "hasMore": true,
      "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
      "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ",
      "chats": {
       "!alice:beeper.local": {
        "id": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "network": "WhatsApp",
        "title": "Alice Example",
        "type": "single",
        "participants": {
         "items": [
          {
           "id": "@alice:beeper.local",
           "phoneNumber": "+15550100",
           "fullName": "Alice Example",
           "isSelf": false
          },
          {
           "id": "@bob:beeper.local",
           "phoneNumber": "+15550101",
           "fullName": "Bob Example",
           "isSelf": true
          }
         ],
         "hasMore": false,
         "total": 2
        },
        "unreadCount": 2,
        "lastActivity": "2026-08-31T19:41:41.000Z"
       }
      }
     }
    }
   },
   "FocusResult": {
    "type": "object",
    "description": "Response of bringing the app to the front.",
    "required": [
     "success"
    ],
    "properties": {
     "success": {
      "type": "boolean",
      "description": "Whether the app was brought to the front."
     }
    },
    "example": {
     "success": true
    }
   },
   "AssetDownloadResult": {
    "type": "object",
    "description": "Response of a download. Both fields are optional: a successful response can hold only `error`.",
    "properties": {
     "srcURL": {
      "type": "string",
      "description": "file:// URL on the machine of the app.",
      "x-beeper-pii": "media_url"
     },
     "error": {
      "type": "string",
      "description": "Why it failed.",
      "x-beeper-pii": "text"
     }
    },
    "example": {
     "srcURL": "file:///home/bob/media/photo.jpg"
    }
   },
   "AssetUploadResult": {
    "type": "object",
    "description": "Response of both upload operations; every field is optional.",
    "properties": {
     "uploadID": {
      "type": "string",
      "description": "Temporary handle for sends and drafts.",
      "x-beeper-pii": "id"
     },
     "srcURL": {
      "type": "string",
      "description": "file:// URL on the machine of the app.",
      "x-beeper-pii": "media_url"
     },
     "fileName": {
      "type": "string",
      "description": "File name as used.",
      "x-beeper-pii": "file_name"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type, detected or given."
     },
     "fileSize": {
      "type": "number",
      "description": "Size in bytes."
     },
     "width": {
      "type": "number",
      "description": "Width in pixels."
     },
     "height": {
      "type": "number",
      "description": "Height in pixels."
     },
     "duration": {
      "type": "number",
      "description": "Length of audio or video, in seconds."
     },
     "error": {
      "type": "string",
      "description": "Why it failed.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.499",
    "example": {
     "uploadID": "upload-1",
     "srcURL": "file:///home/bob/media/photo.jpg",
     "fileName": "photo.jpg",
     "mimeType": "image/jpeg",
     "fileSize": 48213,
     "width": 1280,
     "height": 720
    }
   },
   "ServerInfo": {
    "type": "object",
    "description": "The running app and where its endpoints are. Keys are snake_case.",
    "required": [
     "app",
     "platform",
     "server",
     "endpoints"
    ],
    "properties": {
     "app": {
      "$ref": "#/components/schemas/ServerInfoApp",
      "description": "The app."
     },
     "platform": {
      "$ref": "#/components/schemas/ServerInfoPlatform",
      "description": "The machine it runs on."
     },
     "server": {
      "$ref": "#/components/schemas/ServerInfoServer",
      "description": "Its HTTP listener."
     },
     "endpoints": {
      "$ref": "#/components/schemas/ServerInfoEndpoints",
      "description": "URLs of everything else."
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "app": {
      "name": "Beeper",
      "version": "4.3.73",
      "bundle_id": "com.automattic.beeper.desktop"
     },
     "platform": {
      "os": "darwin",
      "arch": "arm64"
     },
     "server": {
      "status": "running",
      "base_url": "http://127.0.0.1:23373",
      "port": 23373,
      "hostname": "127.0.0.1",
      "remote_access": false,
      "mcp_enabled": true
     },
     "endpoints": {
      "oauth": {
       "authorization_endpoint": "http://127.0.0.1:23373/oauth/authorize",
       "token_endpoint": "http://127.0.0.1:23373/oauth/token",
       "introspection_endpoint": "http://127.0.0.1:23373/oauth/introspect",
       "userinfo_endpoint": "http://127.0.0.1:23373/oauth/userinfo",
       "revocation_endpoint": "http://127.0.0.1:23373/oauth/revoke",
       "registration_endpoint": "http://127.0.0.1:23373/oauth/register"
      },
      "spec": "http://127.0.0.1:23373/v1/spec",
      "mcp": "http://127.0.0.1:23373/v0/mcp",
      "ws_events": "ws://127.0.0.1:23373/v1/ws"
     }
    }
   },
   "ServerInfoApp": {
    "type": "object",
    "description": "The app.",
    "required": [
     "name",
     "version",
     "bundle_id"
    ],
    "properties": {
     "name": {
      "type": "string",
      "description": "Name of the app."
     },
     "version": {
      "type": "string",
      "description": "App version, e.g. 4.3.73."
     },
     "bundle_id": {
      "type": "string",
      "description": "Identifies Desktop (com.automattic.beeper.desktop) or Server (com.automattic.beeper.server), each also with .nightly."
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "name": "Beeper",
     "version": "4.3.73",
     "bundle_id": "com.automattic.beeper.desktop"
    }
   },
   "ServerInfoPlatform": {
    "type": "object",
    "description": "The machine it runs on.",
    "required": [
     "os",
     "arch"
    ],
    "properties": {
     "os": {
      "type": "string",
      "description": "Operating system, e.g. darwin."
     },
     "arch": {
      "type": "string",
      "description": "Processor architecture, e.g. arm64."
     },
     "release": {
      "type": "string",
      "description": "Release of the runtime, e.g. v24.14.0."
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "os": "darwin",
     "arch": "arm64",
     "release": "v24.14.0"
    }
   },
   "ServerInfoServer": {
    "type": "object",
    "description": "Its HTTP listener.",
    "required": [
     "status",
     "base_url",
     "port",
     "hostname",
     "remote_access",
     "mcp_enabled"
    ],
    "properties": {
     "status": {
      "type": "string",
      "description": "State, e.g. running."
     },
     "base_url": {
      "type": "string",
      "description": "Base URL, e.g. http://127.0.0.1:23373.",
      "x-beeper-pii": "address"
     },
     "port": {
      "type": "integer",
      "description": "Port it listens on."
     },
     "hostname": {
      "type": "string",
      "description": "Host it listens on.",
      "x-beeper-pii": "name"
     },
     "remote_access": {
      "type": "boolean",
      "description": "Remote access is on."
     },
     "mcp_enabled": {
      "type": "boolean",
      "description": "The MCP endpoint is on."
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "status": "running",
     "base_url": "http://127.0.0.1:23373",
     "port": 23373,
     "hostname": "127.0.0.1",
     "remote_access": false,
     "mcp_enabled": true
    }
   },
   "ServerInfoEndpoints": {
    "type": "object",
    "description": "Where everything else is.",
    "required": [
     "oauth",
     "spec",
     "mcp",
     "ws_events"
    ],
    "properties": {
     "oauth": {
      "$ref": "#/components/schemas/ServerInfoOAuthEndpoints",
      "description": "OAuth URLs."
     },
     "spec": {
      "type": "string",
      "description": "URL of the OpenAPI document.",
      "x-beeper-pii": "address"
     },
     "mcp": {
      "type": "string",
      "description": "URL of the MCP endpoint.",
      "x-beeper-pii": "address"
     },
     "ws_events": {
      "type": "string",
      "description": "URL of the WebSocket; may be given with http instead of ws.",
      "x-beeper-pii": "address"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "oauth": {
      "authorization_endpoint": "http://127.0.0.1:23373/oauth/authorize",
      "token_endpoint": "http://127.0.0.1:23373/oauth/token",
      "introspection_endpoint": "http://127.0.0.1:23373/oauth/introspect",
      "userinfo_endpoint": "http://127.0.0.1:23373/oauth/userinfo",
      "revocation_endpoint": "http://127.0.0.1:23373/oauth/revoke",
      "registration_endpoint": "http://127.0.0.1:23373/oauth/register"
     },
     "spec": "http://127.0.0.1:23373/v1/spec",
     "mcp": "http://127.0.0.1:23373/v0/mcp",
     "ws_events": "ws://127.0.0.1:23373/v1/ws"
    }
   },
   "ServerInfoOAuthEndpoints": {
    "type": "object",
    "description": "Where the OAuth endpoints are.",
    "required": [
     "authorization_endpoint",
     "token_endpoint",
     "introspection_endpoint",
     "userinfo_endpoint",
     "revocation_endpoint",
     "registration_endpoint"
    ],
    "properties": {
     "authorization_endpoint": {
      "type": "string",
      "description": "URL of /oauth/authorize.",
      "x-beeper-pii": "address"
     },
     "token_endpoint": {
      "type": "string",
      "description": "URL of /oauth/token.",
      "x-beeper-pii": "address"
     },
     "introspection_endpoint": {
      "type": "string",
      "description": "URL of /oauth/introspect.",
      "x-beeper-pii": "address"
     },
     "userinfo_endpoint": {
      "type": "string",
      "description": "URL of /oauth/userinfo.",
      "x-beeper-pii": "address"
     },
     "revocation_endpoint": {
      "type": "string",
      "description": "URL of /oauth/revoke.",
      "x-beeper-pii": "address"
     },
     "registration_endpoint": {
      "type": "string",
      "description": "URL of /oauth/register.",
      "x-beeper-pii": "address"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "authorization_endpoint": "http://127.0.0.1:23373/oauth/authorize",
     "token_endpoint": "http://127.0.0.1:23373/oauth/token",
     "introspection_endpoint": "http://127.0.0.1:23373/oauth/introspect",
     "userinfo_endpoint": "http://127.0.0.1:23373/oauth/userinfo",
     "revocation_endpoint": "http://127.0.0.1:23373/oauth/revoke",
     "registration_endpoint": "http://127.0.0.1:23373/oauth/register"
    }
   },
   "OpenAPIDocument": {
    "type": "object",
    "description": "An OpenAPI document; free-form.",
    "additionalProperties": true,
    "x-beeper-since": "4.2.557",
    "example": {
     "openapi": "3.1.0",
     "info": {
      "title": "Beeper Client API",
      "version": "5.0.0"
     },
     "paths": {}
    }
   },
   "Bridge": {
    "type": "object",
    "description": "A connector to a network, through which accounts are connected or reconnected.",
    "required": [
     "id",
     "type",
     "provider",
     "displayName",
     "activeAccountCount",
     "supportsMultipleAccounts",
     "status",
     "accounts"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Bridge ID.",
      "x-beeper-pii": "id"
     },
     "type": {
      "type": "string",
      "description": "Kind of bridge (an open set)."
     },
     "provider": {
      "$ref": "#/components/schemas/BridgeProvider",
      "description": "Where its accounts run."
     },
     "displayName": {
      "type": "string",
      "description": "Name shown in the app."
     },
     "activeAccountCount": {
      "type": "integer",
      "minimum": 0,
      "description": "Active accounts of this network on this device; at least 0."
     },
     "supportsMultipleAccounts": {
      "type": "boolean",
      "description": "Several accounts are allowed."
     },
     "status": {
      "$ref": "#/components/schemas/BridgeStatus",
      "description": "Whether new accounts can be connected."
     },
     "accounts": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Account"
      },
      "description": "Accounts connected through it."
     },
     "network": {
      "type": "string",
      "description": "Group of bridges that share counts and limits."
     },
     "statusText": {
      "type": "string",
      "description": "Human-readable state.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "id": "local-whatsapp",
     "type": "whatsapp",
     "provider": "local",
     "displayName": "WhatsApp",
     "activeAccountCount": 1,
     "supportsMultipleAccounts": true,
     "status": "connected",
     "accounts": [
      {
       "accountID": "local-whatsapp_ba_alice",
       "bridge": {
        "id": "local-whatsapp",
        "type": "whatsapp",
        "provider": "local"
       },
       "user": {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       },
       "status": "connected"
      }
     ],
     "network": "WhatsApp",
     "statusText": "Connected"
    }
   },
   "BridgeStatus": {
    "type": "string",
    "enum": [
     "available",
     "connected",
     "limit_reached",
     "temporarily_unavailable",
     "disabled"
    ],
    "description": "Whether new accounts can be connected through a bridge.",
    "x-beeper-since": "4.3.0",
    "example": "available"
   },
   "BridgeList": {
    "type": "object",
    "description": "All bridges; there are no pages.",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Bridge"
      },
      "description": "The bridges."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "items": [
      {
       "id": "local-whatsapp",
       "type": "whatsapp",
       "provider": "local",
       "displayName": "WhatsApp",
       "activeAccountCount": 1,
       "supportsMultipleAccounts": true,
       "status": "connected",
       "accounts": [
        {
         "accountID": "local-whatsapp_ba_alice",
         "bridge": {
          "id": "local-whatsapp",
          "type": "whatsapp",
          "provider": "local"
         },
         "user": {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         },
         "status": "connected"
        }
       ]
      }
     ]
    }
   },
   "BridgeLogin": {
    "type": "object",
    "description": "A signed-in identity on a bridge; it may hold several accounts.",
    "required": [
     "bridgeID",
     "loginID",
     "status",
     "removeScopes"
    ],
    "properties": {
     "bridgeID": {
      "type": "string",
      "description": "Bridge of the login.",
      "x-beeper-pii": "id"
     },
     "loginID": {
      "type": "string",
      "description": "Login ID.",
      "x-beeper-pii": "id"
     },
     "status": {
      "$ref": "#/components/schemas/BridgeLoginStatus",
      "description": "Connection state."
     },
     "removeScopes": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/LoginRemovalScope"
      },
      "description": "Where it can be removed."
     },
     "accountIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Accounts of this login, when known.",
      "x-beeper-pii": "id"
     },
     "user": {
      "$ref": "#/components/schemas/User",
      "description": "Who is signed in."
     },
     "statusText": {
      "type": "string",
      "description": "Human-readable state.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "bridgeID": "local-whatsapp",
     "loginID": "15550100",
     "status": "connected",
     "removeScopes": [
      "current-device",
      "all-devices"
     ],
     "accountIDs": [
      "local-whatsapp_ba_alice"
     ],
     "user": {
      "id": "@bob:beeper.local",
      "phoneNumber": "+15550101",
      "fullName": "Bob Example",
      "isSelf": true
     },
     "statusText": "Connected"
    }
   },
   "BridgeLoginStatus": {
    "type": "string",
    "enum": [
     "connected",
     "connecting",
     "needs_login",
     "logged_out",
     "unknown"
    ],
    "description": "State of a login on a bridge.",
    "x-beeper-since": "4.3.0",
    "example": "connected"
   },
   "LoginRemovalScope": {
    "type": "string",
    "enum": [
     "current-device",
     "all-devices"
    ],
    "description": "Where a login is removed.",
    "x-beeper-since": "4.3.0",
    "example": "current-device"
   },
   "BridgeLoginList": {
    "type": "object",
    "description": "Logins of a bridge; there are no pages.",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/BridgeLogin"
      },
      "description": "The logins."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "items": [
      {
       "bridgeID": "local-whatsapp",
       "loginID": "15550100",
       "status": "connected",
       "removeScopes": [
        "current-device",
        "all-devices"
       ],
       "user": {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       }
      }
     ]
    }
   },
   "BridgeLoginRemoval": {
    "type": "object",
    "description": "Response of removing a login.",
    "required": [
     "bridgeID",
     "loginID",
     "status",
     "scope"
    ],
    "properties": {
     "bridgeID": {
      "type": "string",
      "description": "Bridge of the login.",
      "x-beeper-pii": "id"
     },
     "loginID": {
      "type": "string",
      "description": "Login that was removed.",
      "x-beeper-pii": "id"
     },
     "status": {
      "type": "string",
      "const": "removed",
      "description": "Always removed."
     },
     "scope": {
      "$ref": "#/components/schemas/LoginRemovalScope",
      "description": "Where it was removed."
     },
     "affectedAccountIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Accounts that were removed.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "bridgeID": "local-whatsapp",
     "loginID": "15550100",
     "status": "removed",
     "scope": "current-device",
     "affectedAccountIDs": [
      "local-whatsapp_ba_alice"
     ]
    }
   },
   "LoginFlow": {
    "type": "object",
    "description": "One way to sign in to a bridge.",
    "required": [
     "id"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Flow ID."
     },
     "name": {
      "type": "string",
      "description": "Name to show."
     },
     "description": {
      "type": "string",
      "description": "When to use it."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "id": "qr",
     "name": "QR code",
     "description": "Scan a code with your phone."
    }
   },
   "LoginFlowList": {
    "type": "object",
    "description": "Sign-in flows of a bridge; there are no pages.",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/LoginFlow"
      },
      "description": "The flows."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "items": [
      {
       "id": "qr",
       "name": "QR code"
      }
     ]
    }
   },
   "LoginSession": {
    "type": "object",
    "description": "A temporary sign-in session on a bridge.",
    "required": [
     "bridgeID",
     "loginSessionID",
     "status"
    ],
    "properties": {
     "bridgeID": {
      "type": "string",
      "description": "Bridge signed in to.",
      "x-beeper-pii": "id"
     },
     "loginSessionID": {
      "type": "string",
      "description": "ID of the session.",
      "x-beeper-pii": "id"
     },
     "status": {
      "$ref": "#/components/schemas/LoginSessionStatus",
      "description": "State of the session."
     },
     "loginID": {
      "type": "string",
      "description": "Login being reconnected, when known.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account being reconnected, when known.",
      "x-beeper-pii": "id"
     },
     "currentStep": {
      "$ref": "#/components/schemas/LoginStep",
      "description": "What to do next; left out when complete, cancelled or failed."
     },
     "account": {
      "$ref": "#/components/schemas/Account",
      "description": "The account, once complete."
     },
     "login": {
      "$ref": "#/components/schemas/BridgeLogin",
      "description": "The login, once complete."
     },
     "error": {
      "$ref": "#/components/schemas/APIError",
      "description": "Why it failed."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "bridgeID": "local-whatsapp",
     "loginSessionID": "123",
     "status": "waiting_for_display",
     "loginID": "15550100",
     "accountID": "local-whatsapp_ba_alice",
     "currentStep": {
      "type": "display_and_wait",
      "stepID": "fi.mau.whatsapp.login.qr",
      "display": {
       "type": "qr",
       "data": "made-up-code-1234"
      },
      "instructions": "Scan the code with your phone."
     }
    }
   },
   "LoginSessionStatus": {
    "type": "string",
    "enum": [
     "waiting_for_input",
     "waiting_for_cookies",
     "waiting_for_display",
     "complete",
     "cancelled",
     "failed"
    ],
    "description": "State of a sign-in session.",
    "x-beeper-since": "4.3.0",
    "example": "waiting_for_input"
   },
   "LoginStep": {
    "description": "The step of a sign-in to show or to submit.",
    "oneOf": [
     {
      "$ref": "#/components/schemas/UserInputLoginStep"
     },
     {
      "$ref": "#/components/schemas/CookiesLoginStep"
     },
     {
      "$ref": "#/components/schemas/DisplayAndWaitLoginStep"
     },
     {
      "$ref": "#/components/schemas/CompleteLoginStep"
     }
    ],
    "discriminator": {
     "propertyName": "type",
     "mapping": {
      "user_input": "#/components/schemas/UserInputLoginStep",
      "cookies": "#/components/schemas/CookiesLoginStep",
      "display_and_wait": "#/components/schemas/DisplayAndWaitLoginStep",
      "complete": "#/components/schemas/CompleteLoginStep"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "user_input",
     "stepID": "fi.mau.whatsapp.login.phone",
     "fields": [
      {
       "id": "phone",
       "label": "Phone number"
      }
     ],
     "instructions": "Enter your phone number.",
     "attachments": []
    }
   },
   "UserInputLoginStep": {
    "type": "object",
    "description": "A step that asks the user for values.",
    "required": [
     "type",
     "stepID",
     "fields"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "user_input",
      "description": "Always user_input."
     },
     "stepID": {
      "type": "string",
      "description": "ID of the step."
     },
     "fields": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/LoginInputField"
      },
      "description": "Values to ask for."
     },
     "instructions": {
      "type": "string",
      "description": "Message for the user.",
      "x-beeper-pii": "text"
     },
     "attachments": {
      "type": "array",
      "items": {},
      "description": "Things to show; free-form."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "user_input",
     "stepID": "fi.mau.whatsapp.login.phone",
     "fields": [
      {
       "id": "phone",
       "label": "Phone number"
      }
     ],
     "instructions": "Enter your phone number.",
     "attachments": []
    }
   },
   "CookiesLoginStep": {
    "type": "object",
    "description": "A step that collects values from a sign-in in a browser.",
    "required": [
     "type",
     "stepID",
     "url",
     "fields"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "cookies",
      "description": "Always cookies."
     },
     "stepID": {
      "type": "string",
      "description": "ID of the step."
     },
     "url": {
      "type": "string",
      "description": "Page to open."
     },
     "fields": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/CookieField"
      },
      "description": "Values to collect."
     },
     "instructions": {
      "type": "string",
      "description": "Message for the user.",
      "x-beeper-pii": "text"
     },
     "userAgent": {
      "type": "string",
      "description": "User agent to open the page with."
     },
     "expectedFinalURLRegex": {
      "type": "string",
      "description": "Regular expression that recognises the final URL."
     },
     "extractJS": {
      "type": "string",
      "description": "Script that extracts the values."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "cookies",
     "stepID": "com.example.login.cookies",
     "url": "https://example.com/login",
     "fields": [
      {
       "id": "session",
       "name": "sessionid",
       "type": "cookie"
      }
     ],
     "instructions": "Sign in in the browser.",
     "userAgent": "Mozilla/5.0",
     "expectedFinalURLRegex": "^https://example\\.com/home",
     "extractJS": "document.cookie"
    }
   },
   "DisplayAndWaitLoginStep": {
    "type": "object",
    "description": "A step that shows something. Submit it to wait for the result.",
    "required": [
     "type",
     "stepID",
     "display"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "display_and_wait",
      "description": "Always display_and_wait."
     },
     "stepID": {
      "type": "string",
      "description": "ID of the step."
     },
     "display": {
      "$ref": "#/components/schemas/LoginDisplay",
      "description": "What to show."
     },
     "instructions": {
      "type": "string",
      "description": "Message for the user.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "display_and_wait",
     "stepID": "fi.mau.whatsapp.login.qr",
     "display": {
      "type": "qr",
      "data": "made-up-code-1234"
     },
     "instructions": "Scan the code with your phone."
    }
   },
   "CompleteLoginStep": {
    "type": "object",
    "description": "The last step: sign-in is complete. It may have no stepID.",
    "required": [
     "type"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "complete",
      "description": "Always complete."
     },
     "stepID": {
      "type": "string",
      "description": "ID of the step."
     },
     "instructions": {
      "type": "string",
      "description": "Closing text.",
      "x-beeper-pii": "text"
     },
     "account": {
      "$ref": "#/components/schemas/Account",
      "description": "The account."
     },
     "login": {
      "$ref": "#/components/schemas/BridgeLogin",
      "description": "The login."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "complete",
     "stepID": "fi.mau.whatsapp.login.complete",
     "instructions": "Signed in.",
     "account": {
      "accountID": "local-whatsapp_ba_alice",
      "bridge": {
       "id": "local-whatsapp",
       "type": "whatsapp",
       "provider": "local"
      },
      "user": {
       "id": "@bob:beeper.local",
       "phoneNumber": "+15550101",
       "fullName": "Bob Example",
       "isSelf": true
      },
      "status": "connected"
     },
     "login": {
      "bridgeID": "local-whatsapp",
      "loginID": "15550100",
      "status": "connected",
      "removeScopes": [
       "current-device",
       "all-devices"
      ],
      "user": {
       "id": "@bob:beeper.local",
       "phoneNumber": "+15550101",
       "fullName": "Bob Example",
       "isSelf": true
      }
     }
    }
   },
   "LoginDisplay": {
    "description": "What a display step shows.",
    "oneOf": [
     {
      "$ref": "#/components/schemas/QRCodeLoginDisplay"
     },
     {
      "$ref": "#/components/schemas/EmojiLoginDisplay"
     },
     {
      "$ref": "#/components/schemas/CodeLoginDisplay"
     },
     {
      "$ref": "#/components/schemas/EmptyLoginDisplay"
     }
    ],
    "discriminator": {
     "propertyName": "type",
     "mapping": {
      "qr": "#/components/schemas/QRCodeLoginDisplay",
      "emoji": "#/components/schemas/EmojiLoginDisplay",
      "code": "#/components/schemas/CodeLoginDisplay",
      "nothing": "#/components/schemas/EmptyLoginDisplay"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "qr",
     "data": "made-up-code-1234"
    }
   },
   "QRCodeLoginDisplay": {
    "type": "object",
    "description": "A QR code to show.",
    "required": [
     "type",
     "data"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "qr",
      "description": "Always qr."
     },
     "data": {
      "type": "string",
      "description": "What to encode.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "qr",
     "data": "made-up-code-1234"
    }
   },
   "EmojiLoginDisplay": {
    "type": "object",
    "description": "An emoji to show, as an image.",
    "required": [
     "type",
     "imageURL"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "emoji",
      "description": "Always emoji."
     },
     "imageURL": {
      "type": "string",
      "description": "URL of the image.",
      "x-beeper-pii": "media_url"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "emoji",
     "imageURL": "https://example.com/emoji.png"
    }
   },
   "CodeLoginDisplay": {
    "type": "object",
    "description": "A pairing code to show.",
    "required": [
     "type",
     "data"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "code",
      "description": "Always code."
     },
     "data": {
      "type": "string",
      "description": "Code to show.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.1",
    "example": {
     "type": "code",
     "data": "made-up-code-1234"
    }
   },
   "EmptyLoginDisplay": {
    "type": "object",
    "description": "Nothing to show.",
    "required": [
     "type"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "nothing",
      "description": "Always nothing."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "nothing"
    }
   },
   "LoginInputField": {
    "type": "object",
    "description": "One value to ask the user for.",
    "required": [
     "id"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Key of the value in the submitted step."
     },
     "type": {
      "type": "string",
      "description": "Kind of input, e.g. text, password or email (an open set)."
     },
     "label": {
      "type": "string",
      "description": "Label to show."
     },
     "placeholder": {
      "type": "string",
      "description": "Placeholder to show."
     },
     "initialValue": {
      "type": "string",
      "description": "Value to start with.",
      "x-beeper-pii": "text"
     },
     "optional": {
      "type": "boolean",
      "description": "May stay empty."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "id": "phone",
     "type": "phone_number",
     "label": "Phone number",
     "placeholder": "+15550100",
     "initialValue": "+1",
     "optional": false
    }
   },
   "CookieField": {
    "type": "object",
    "description": "One value to collect from the browser.",
    "required": [
     "id"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Key of the value in the submitted step."
     },
     "name": {
      "type": "string",
      "description": "Key of the cookie, header or storage entry."
     },
     "type": {
      "$ref": "#/components/schemas/CookieFieldType",
      "description": "Where it lives."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "id": "session",
     "name": "sessionid",
     "type": "cookie"
    }
   },
   "CookieFieldType": {
    "type": "string",
    "enum": [
     "cookie",
     "header",
     "local_storage"
    ],
    "description": "Where a browser value lives.",
    "x-beeper-since": "4.3.0",
    "example": "cookie"
   },
   "LoginSessionCancellation": {
    "type": "object",
    "description": "Response of cancelling a sign-in session.",
    "required": [
     "bridgeID",
     "loginSessionID",
     "status"
    ],
    "properties": {
     "bridgeID": {
      "type": "string",
      "description": "Bridge of the session.",
      "x-beeper-pii": "id"
     },
     "loginSessionID": {
      "type": "string",
      "description": "ID of the session.",
      "x-beeper-pii": "id"
     },
     "status": {
      "type": "string",
      "const": "cancelled",
      "description": "Always cancelled."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "bridgeID": "local-whatsapp",
     "loginSessionID": "123",
     "status": "cancelled"
    }
   },
   "ProvisioningCapabilities": {
    "type": "object",
    "description": "Advanced capabilities of a bridge. Keys are snake_case.",
    "required": [
     "resolve_identifier",
     "group_creation"
    ],
    "properties": {
     "resolve_identifier": {
      "$ref": "#/components/schemas/ResolveIdentifierCapabilities",
      "description": "How people can be looked up."
     },
     "group_creation": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/GroupTypeCapabilities"
      },
      "description": "What new groups can have, by type of group."
     },
     "image_pack_import": {
      "type": "boolean",
      "description": "Image packs can be imported."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "resolve_identifier": {
      "create_dm": true,
      "lookup_phone": true,
      "lookup_email": true,
      "lookup_username": true,
      "any_phone": true,
      "contact_list": true,
      "search": true
     },
     "group_creation": {
      "group": {
       "type_description": "Group",
       "name": {
        "allowed": true,
        "max_length": 100
       }
      }
     },
     "image_pack_import": false
    }
   },
   "ResolveIdentifierCapabilities": {
    "type": "object",
    "description": "How people can be looked up.",
    "required": [
     "create_dm",
     "lookup_phone",
     "lookup_email",
     "lookup_username",
     "any_phone",
     "contact_list",
     "search"
    ],
    "properties": {
     "create_dm": {
      "type": "boolean",
      "description": "A direct chat can be opened."
     },
     "lookup_phone": {
      "type": "boolean",
      "description": "Lookup by phone number."
     },
     "lookup_email": {
      "type": "boolean",
      "description": "Lookup by e-mail."
     },
     "lookup_username": {
      "type": "boolean",
      "description": "Lookup by username."
     },
     "any_phone": {
      "type": "boolean",
      "description": "Any phone number can be written to."
     },
     "contact_list": {
      "type": "boolean",
      "description": "There is a contact list."
     },
     "search": {
      "type": "boolean",
      "description": "There is a search."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "create_dm": true,
     "lookup_phone": true,
     "lookup_email": true,
     "lookup_username": true,
     "any_phone": true,
     "contact_list": true,
     "search": true
    }
   },
   "GroupTypeCapabilities": {
    "type": "object",
    "description": "What can be set when a group of this type is created.",
    "required": [
     "type_description"
    ],
    "properties": {
     "type_description": {
      "type": "string",
      "description": "Name of the type."
     },
     "name": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the name."
     },
     "username": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the username."
     },
     "avatar": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the avatar."
     },
     "topic": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the topic."
     },
     "disappear": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the disappearing timer."
     },
     "participants": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the participants."
     },
     "parent": {
      "$ref": "#/components/schemas/GroupFieldCapability",
      "description": "Setting the parent."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type_description": "Group",
     "name": {
      "allowed": true,
      "max_length": 100
     },
     "username": {
      "allowed": true,
      "max_length": 100
     },
     "avatar": {
      "allowed": true,
      "max_length": 100
     },
     "topic": {
      "allowed": true,
      "max_length": 100
     },
     "disappear": {
      "allowed": true,
      "max_length": 100
     },
     "participants": {
      "allowed": true,
      "max_length": 100
     },
     "parent": {
      "allowed": true,
      "max_length": 100
     }
    }
   },
   "GroupFieldCapability": {
    "type": "object",
    "description": "Whether and how one field of a new group can be set.",
    "required": [
     "allowed"
    ],
    "properties": {
     "allowed": {
      "type": "boolean",
      "description": "It can be set."
     },
     "required": {
      "type": "boolean",
      "description": "It must be set."
     },
     "min_length": {
      "type": "integer",
      "description": "Shortest value, in characters or entries."
     },
     "max_length": {
      "type": "integer",
      "description": "Longest value, in characters or entries."
     },
     "settings": {
      "$ref": "#/components/schemas/DisappearingTimerCapability",
      "description": "Limits of the disappearing timer."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "allowed": true,
     "required": true,
     "min_length": 1,
     "max_length": 100,
     "settings": {
      "types": [
       "after_read"
      ]
     }
    }
   },
   "DisappearingTimerCapability": {
    "type": "object",
    "description": "Disappearing timers of new groups; like those of chats, with keys in snake_case.",
    "required": [
     "types"
    ],
    "properties": {
     "types": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/GroupTimerType"
      },
      "description": "Kinds of timer."
     },
     "timers": {
      "type": "array",
      "items": {
       "type": "integer"
      },
      "description": "Allowed values; the unit is not known."
     },
     "omit_empty_timer": {
      "type": "boolean",
      "const": true,
      "description": "Always true: an empty timer is omitted."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "types": [
      "after_read"
     ],
     "timers": [
      86400
     ],
     "omit_empty_timer": true
    }
   },
   "GroupTimerType": {
    "type": "string",
    "enum": [
     "",
     "after_read",
     "after_read_by_recipient",
     "after_send"
    ],
    "description": "Kind of timer for new groups; the empty string is a valid value. The value after_read_by_recipient was added after app 4.3.0.",
    "x-beeper-since": "4.3.0",
    "example": "after_read"
   },
   "AppStateSnapshot": {
    "type": "object",
    "description": "State of sign-in and encryption setup. Also the session in many responses, and appState of a WebSocket event.",
    "required": [
     "state",
     "e2ee"
    ],
    "properties": {
     "state": {
      "$ref": "#/components/schemas/AppSetupState",
      "description": "Stage of the setup."
     },
     "e2ee": {
      "$ref": "#/components/schemas/AppE2EE",
      "description": "State of encryption."
     },
     "matrix": {
      "$ref": "#/components/schemas/AppMatrixIdentity",
      "description": "The signed-in identity; left out until signed in."
     },
     "verification": {
      "$ref": "#/components/schemas/Verification",
      "description": "The verification under way."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "state": "ready",
     "e2ee": {
      "initialized": true,
      "secretStorage": true,
      "crossSigning": true,
      "verified": true,
      "secrets": {
       "masterKey": true,
       "selfSigningKey": true,
       "userSigningKey": true,
       "megolmBackupKey": true,
       "recoveryKey": true
      },
      "keyBackup": true,
      "firstSyncDone": true,
      "hasBackedUpRecoveryKey": true
     },
     "matrix": {
      "userID": "@alice:beeper.com",
      "deviceID": "ABCDEFGH",
      "homeserver": "https://matrix.example.com"
     }
    }
   },
   "AppSetupState": {
    "type": "string",
    "enum": [
     "needs-login",
     "initializing",
     "needs-cross-signing-setup",
     "needs-verification",
     "needs-secrets",
     "needs-first-sync",
     "ready"
    ],
    "description": "Stage of sign-in and encryption setup.",
    "x-beeper-since": "4.3.0",
    "example": "ready"
   },
   "AppE2EE": {
    "type": "object",
    "description": "State of end-to-end encryption.",
    "required": [
     "initialized",
     "secretStorage",
     "crossSigning",
     "verified",
     "secrets",
     "keyBackup",
     "firstSyncDone",
     "hasBackedUpRecoveryKey"
    ],
    "properties": {
     "initialized": {
      "type": "boolean",
      "description": "Encryption is set up."
     },
     "secretStorage": {
      "type": "boolean",
      "description": "Secret storage exists."
     },
     "crossSigning": {
      "type": "boolean",
      "description": "Cross-signing works: devices can be verified."
     },
     "verified": {
      "type": "boolean",
      "description": "This device is trusted."
     },
     "secrets": {
      "$ref": "#/components/schemas/AppE2EESecrets",
      "description": "Keys on this device."
     },
     "keyBackup": {
      "type": "boolean",
      "description": "A backup of message keys exists."
     },
     "firstSyncDone": {
      "type": "boolean",
      "description": "The first encrypted sync is done."
     },
     "hasBackedUpRecoveryKey": {
      "type": "boolean",
      "description": "The user confirmed to have saved the recovery key."
     },
     "recoveryKeyGeneratedAt": {
      "type": "number",
      "description": "When the recovery key was made, in Unix time."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "initialized": true,
     "secretStorage": true,
     "crossSigning": true,
     "verified": true,
     "secrets": {
      "masterKey": true,
      "selfSigningKey": true,
      "userSigningKey": true,
      "megolmBackupKey": true,
      "recoveryKey": true
     },
     "keyBackup": true,
     "firstSyncDone": true,
     "hasBackedUpRecoveryKey": true,
     "recoveryKeyGeneratedAt": 1788204101
    }
   },
   "AppE2EESecrets": {
    "type": "object",
    "description": "Which keys are on this device.",
    "required": [
     "masterKey",
     "selfSigningKey",
     "userSigningKey",
     "megolmBackupKey",
     "recoveryKey"
    ],
    "properties": {
     "masterKey": {
      "type": "boolean",
      "description": "The identity key is on this device."
     },
     "selfSigningKey": {
      "type": "boolean",
      "description": "The key that trusts devices is on this device."
     },
     "userSigningKey": {
      "type": "boolean",
      "description": "The key that trusts users is on this device."
     },
     "megolmBackupKey": {
      "type": "boolean",
      "description": "The backup key is on this device."
     },
     "recoveryKey": {
      "type": "boolean",
      "description": "The recovery key is on this device."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "masterKey": true,
     "selfSigningKey": true,
     "userSigningKey": true,
     "megolmBackupKey": true,
     "recoveryKey": true
    }
   },
   "AppMatrixIdentity": {
    "type": "object",
    "description": "The signed-in identity.",
    "required": [
     "userID",
     "deviceID",
     "homeserver"
    ],
    "properties": {
     "userID": {
      "type": "string",
      "description": "Beeper user ID.",
      "x-beeper-pii": "id"
     },
     "deviceID": {
      "type": "string",
      "description": "Device ID.",
      "x-beeper-pii": "id"
     },
     "homeserver": {
      "type": "string",
      "description": "URL of the homeserver.",
      "x-beeper-pii": "address"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "userID": "@alice:beeper.com",
     "deviceID": "ABCDEFGH",
     "homeserver": "https://matrix.example.com"
    }
   },
   "Verification": {
    "type": "object",
    "description": "Progress of a device verification.",
    "required": [
     "id",
     "purpose",
     "direction",
     "state",
     "methods",
     "availableActions"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "ID of the verification, for the paths of its actions.",
      "x-beeper-pii": "id"
     },
     "purpose": {
      "$ref": "#/components/schemas/VerificationPurpose",
      "description": "What it is for."
     },
     "direction": {
      "$ref": "#/components/schemas/VerificationDirection",
      "description": "Who started it."
     },
     "state": {
      "$ref": "#/components/schemas/VerificationState",
      "description": "State of the verification."
     },
     "methods": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/VerificationMethod"
      },
      "description": "Methods that can be used."
     },
     "availableActions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/VerificationAction"
      },
      "description": "Actions that are allowed next."
     },
     "otherUserID": {
      "type": "string",
      "description": "The other user.",
      "x-beeper-pii": "id"
     },
     "otherDevice": {
      "$ref": "#/components/schemas/VerificationDevice",
      "description": "The other device."
     },
     "qr": {
      "$ref": "#/components/schemas/VerificationQR",
      "description": "QR code to show."
     },
     "sas": {
      "$ref": "#/components/schemas/VerificationSAS",
      "description": "What the user compares."
     },
     "error": {
      "$ref": "#/components/schemas/VerificationError",
      "description": "Why it stopped."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "id": "verification-1",
     "purpose": "device",
     "direction": "outgoing",
     "state": "ready",
     "methods": [
      "qr",
      "sas"
     ],
     "availableActions": [
      "cancel",
      "sas.start"
     ],
     "otherUserID": "@alice:beeper.com",
     "otherDevice": {
      "id": "ABCDEFGH"
     },
     "qr": {
      "data": "made-up-code-1234"
     },
     "sas": {
      "emojis": "🐶 🔑 🎸 🌍 ☂️ 🚀 🐢",
      "decimals": "1234 5678 9012"
     }
    }
   },
   "VerificationPurpose": {
    "type": "string",
    "enum": [
     "login",
     "device"
    ],
    "description": "What a verification is for.",
    "x-beeper-since": "4.3.0",
    "example": "login"
   },
   "VerificationDirection": {
    "type": "string",
    "enum": [
     "incoming",
     "outgoing"
    ],
    "description": "Who started a verification.",
    "x-beeper-since": "4.3.0",
    "example": "incoming"
   },
   "VerificationState": {
    "type": "string",
    "enum": [
     "requested",
     "ready",
     "sas_ready",
     "qr_scanned",
     "done",
     "cancelled",
     "error"
    ],
    "description": "State of a verification.",
    "x-beeper-since": "4.3.0",
    "example": "ready"
   },
   "VerificationMethod": {
    "type": "string",
    "enum": [
     "qr",
     "sas"
    ],
    "description": "A way to verify a device: QR code or emoji comparison.",
    "x-beeper-since": "4.3.0",
    "example": "qr"
   },
   "VerificationAction": {
    "type": "string",
    "enum": [
     "accept",
     "cancel",
     "qr.confirmScanned",
     "sas.start",
     "sas.confirm"
    ],
    "description": "An action a verification allows next.",
    "x-beeper-since": "4.3.0",
    "example": "accept"
   },
   "VerificationDevice": {
    "type": "object",
    "description": "The other device of a verification.",
    "required": [
     "id"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Device ID.",
      "x-beeper-pii": "id"
     },
     "name": {
      "type": "string",
      "description": "Name of the device.",
      "x-beeper-pii": "name"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "id": "ABCDEFGH",
     "name": "Alice's laptop"
    }
   },
   "VerificationQR": {
    "type": "object",
    "description": "QR code to show to the other device.",
    "required": [
     "data"
    ],
    "properties": {
     "data": {
      "type": "string",
      "description": "What to encode.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "data": "made-up-code-1234"
    }
   },
   "VerificationSAS": {
    "type": "object",
    "description": "What the user compares on both devices.",
    "required": [
     "emojis"
    ],
    "properties": {
     "emojis": {
      "type": "string",
      "description": "The emoji, as one string.",
      "x-beeper-pii": "secret"
     },
     "decimals": {
      "type": "string",
      "description": "The numbers, as one string.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "emojis": "🐶 🔑 🎸 🌍 ☂️ 🚀 🐢",
     "decimals": "1234 5678 9012"
    }
   },
   "VerificationError": {
    "type": "object",
    "description": "Why a verification stopped.",
    "required": [
     "code",
     "reason"
    ],
    "properties": {
     "code": {
      "type": "string",
      "description": "Machine-readable reason."
     },
     "reason": {
      "type": "string",
      "description": "Human-readable reason.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "code": "m.user",
     "reason": "The user cancelled."
    }
   },
   "SetupStartResult": {
    "type": "object",
    "description": "Response of starting a sign-in.",
    "required": [
     "setupRequestID",
     "signInMethods"
    ],
    "properties": {
     "setupRequestID": {
      "type": "string",
      "description": "ID for the next steps.",
      "x-beeper-pii": "id"
     },
     "signInMethods": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Methods to sign in with (an open set)."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "setupRequestID": "setup-1",
     "signInMethods": [
      "email"
     ]
    }
   },
   "SetupCredentials": {
    "type": "object",
    "description": "Credentials, handed out once. The access token also works as bearer token of this API.",
    "required": [
     "userID",
     "deviceID",
     "accessToken",
     "homeserver"
    ],
    "properties": {
     "userID": {
      "type": "string",
      "description": "Beeper user ID.",
      "x-beeper-pii": "id"
     },
     "deviceID": {
      "type": "string",
      "description": "Device ID.",
      "x-beeper-pii": "id"
     },
     "accessToken": {
      "type": "string",
      "description": "Access token of the account; handed out once.",
      "x-beeper-pii": "secret"
     },
     "homeserver": {
      "type": "string",
      "description": "URL of the homeserver.",
      "x-beeper-pii": "address"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "userID": "@alice:beeper.com",
     "deviceID": "ABCDEFGH",
     "accessToken": "made-up-token",
     "homeserver": "https://matrix.example.com"
    }
   },
   "SetupCompleteResult": {
    "type": "object",
    "description": "Signed in.",
    "required": [
     "matrix",
     "session"
    ],
    "properties": {
     "matrix": {
      "$ref": "#/components/schemas/SetupCredentials",
      "description": "Credentials."
     },
     "session": {
      "$ref": "#/components/schemas/AppStateSnapshot",
      "description": "The state afterwards."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "matrix": {
      "userID": "@alice:beeper.com",
      "deviceID": "ABCDEFGH",
      "accessToken": "made-up-token",
      "homeserver": "https://matrix.example.com"
     },
     "session": {
      "state": "ready",
      "e2ee": {
       "initialized": true,
       "secretStorage": true,
       "crossSigning": true,
       "verified": true,
       "secrets": {
        "masterKey": true,
        "selfSigningKey": true,
        "userSigningKey": true,
        "megolmBackupKey": true,
        "recoveryKey": true
       },
       "keyBackup": true,
       "firstSyncDone": true,
       "hasBackedUpRecoveryKey": true
      },
      "matrix": {
       "userID": "@alice:beeper.com",
       "deviceID": "ABCDEFGH",
       "homeserver": "https://matrix.example.com"
      }
     }
    }
   },
   "SetupRegistrationRequired": {
    "type": "object",
    "description": "There is no account yet: register next.",
    "required": [
     "registrationRequired",
     "setupRequestID",
     "leadToken",
     "copy"
    ],
    "properties": {
     "registrationRequired": {
      "type": "boolean",
      "const": true,
      "description": "Always true."
     },
     "setupRequestID": {
      "type": "string",
      "description": "ID to register with.",
      "x-beeper-pii": "id"
     },
     "leadToken": {
      "type": "string",
      "description": "Token to register with.",
      "x-beeper-pii": "secret"
     },
     "copy": {
      "$ref": "#/components/schemas/SetupRegistrationCopy",
      "description": "Texts to show."
     },
     "usernameSuggestions": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Usernames that are free.",
      "x-beeper-pii": "name"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "registrationRequired": true,
     "setupRequestID": "setup-1",
     "leadToken": "made-up-lead-token",
     "copy": {
      "title": "Create your account",
      "usernamePlaceholder": "Choose a username",
      "submit": "Continue",
      "terms": "By continuing you accept the terms."
     },
     "usernameSuggestions": [
      "alice1",
      "alice2"
     ]
    }
   },
   "SetupRegistrationCopy": {
    "type": "object",
    "description": "Texts to show while registering.",
    "required": [
     "title",
     "usernamePlaceholder",
     "submit",
     "terms"
    ],
    "properties": {
     "title": {
      "type": "string",
      "description": "Heading."
     },
     "usernamePlaceholder": {
      "type": "string",
      "description": "Placeholder of the username."
     },
     "submit": {
      "type": "string",
      "description": "Text of the button."
     },
     "terms": {
      "type": "string",
      "description": "Legal notice."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "title": "Create your account",
     "usernamePlaceholder": "Choose a username",
     "submit": "Continue",
     "terms": "By continuing you accept the terms."
    }
   },
   "SetupResponseResult": {
    "description": "Signed in, or registration is needed. Only the latter has the key registrationRequired.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/SetupCompleteResult"
     },
     {
      "$ref": "#/components/schemas/SetupRegistrationRequired"
     }
    ],
    "x-beeper-since": "4.3.0",
    "example": {
     "matrix": {
      "userID": "@alice:beeper.com",
      "deviceID": "ABCDEFGH",
      "accessToken": "made-up-token",
      "homeserver": "https://matrix.example.com"
     },
     "session": {
      "state": "ready",
      "e2ee": {
       "initialized": true,
       "secretStorage": true,
       "crossSigning": true,
       "verified": true,
       "secrets": {
        "masterKey": true,
        "selfSigningKey": true,
        "userSigningKey": true,
        "megolmBackupKey": true,
        "recoveryKey": true
       },
       "keyBackup": true,
       "firstSyncDone": true,
       "hasBackedUpRecoveryKey": true
      },
      "matrix": {
       "userID": "@alice:beeper.com",
       "deviceID": "ABCDEFGH",
       "homeserver": "https://matrix.example.com"
      }
     }
    }
   },
   "SessionResult": {
    "type": "object",
    "description": "The state after a recovery key was used.",
    "required": [
     "session"
    ],
    "properties": {
     "session": {
      "$ref": "#/components/schemas/AppStateSnapshot",
      "description": "The state afterwards."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "session": {
      "state": "ready",
      "e2ee": {
       "initialized": true,
       "secretStorage": true,
       "crossSigning": true,
       "verified": true,
       "secrets": {
        "masterKey": true,
        "selfSigningKey": true,
        "userSigningKey": true,
        "megolmBackupKey": true,
        "recoveryKey": true
       },
       "keyBackup": true,
       "firstSyncDone": true,
       "hasBackedUpRecoveryKey": true
      },
      "matrix": {
       "userID": "@alice:beeper.com",
       "deviceID": "ABCDEFGH",
       "homeserver": "https://matrix.example.com"
      }
     }
    }
   },
   "RecoveryKeyResetResult": {
    "type": "object",
    "description": "The new recovery key, which has not taken effect yet.",
    "required": [
     "recoveryKey",
     "session"
    ],
    "properties": {
     "recoveryKey": {
      "type": "string",
      "description": "The new key; shown once.",
      "x-beeper-pii": "secret"
     },
     "session": {
      "$ref": "#/components/schemas/AppStateSnapshot",
      "description": "The state afterwards."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "recoveryKey": "EsTx made up 1234 5678",
     "session": {
      "state": "ready",
      "e2ee": {
       "initialized": true,
       "secretStorage": true,
       "crossSigning": true,
       "verified": true,
       "secrets": {
        "masterKey": true,
        "selfSigningKey": true,
        "userSigningKey": true,
        "megolmBackupKey": true,
        "recoveryKey": true
       },
       "keyBackup": true,
       "firstSyncDone": true,
       "hasBackedUpRecoveryKey": true
      },
      "matrix": {
       "userID": "@alice:beeper.com",
       "deviceID": "ABCDEFGH",
       "homeserver": "https://matrix.example.com"
      }
     }
    }
   },
   "VerificationResult": {
    "type": "object",
    "description": "Response of every verification action.",
    "required": [
     "session"
    ],
    "properties": {
     "session": {
      "$ref": "#/components/schemas/AppStateSnapshot",
      "description": "The state afterwards."
     },
     "verification": {
      "$ref": "#/components/schemas/Verification",
      "description": "The verification."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "session": {
      "state": "ready",
      "e2ee": {
       "initialized": true,
       "secretStorage": true,
       "crossSigning": true,
       "verified": true,
       "secrets": {
        "masterKey": true,
        "selfSigningKey": true,
        "userSigningKey": true,
        "megolmBackupKey": true,
        "recoveryKey": true
       },
       "keyBackup": true,
       "firstSyncDone": true,
       "hasBackedUpRecoveryKey": true
      },
      "matrix": {
       "userID": "@alice:beeper.com",
       "deviceID": "ABCDEFGH",
       "homeserver": "https://matrix.example.com"
      }
     },
     "verification": {
      "id": "verification-1",
      "purpose": "device",
      "direction": "outgoing",
      "state": "ready",
      "methods": [
       "qr",
       "sas"
      ],
      "availableActions": [
       "cancel",
       "sas.start"
      ],
      "otherUserID": "@alice:beeper.com"
     }
    }
   },
   "VerificationList": {
    "type": "object",
    "description": "Pending and active verifications; there are no pages.",
    "required": [
     "items"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Verification"
      },
      "description": "The verifications."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "items": [
      {
       "id": "verification-1",
       "purpose": "device",
       "direction": "outgoing",
       "state": "ready",
       "methods": [
        "qr",
        "sas"
       ],
       "availableActions": [
        "cancel",
        "sas.start"
       ],
       "otherUserID": "@alice:beeper.com"
      }
     ]
    }
   },
   "FocusRequest": {
    "type": "object",
    "description": "What to open or prefill; all fields are optional. Without any, the app is only brought to the front.",
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat to open, by chat ID or local chat ID.",
      "x-beeper-pii": "id",
      "x-beeper-object": "Chat.id"
     },
     "messageID": {
      "type": "string",
      "description": "Message to jump to.",
      "x-beeper-pii": "id",
      "x-beeper-object": "Message.id"
     },
     "draftText": {
      "type": "string",
      "description": "Plain text to prefill.",
      "x-beeper-pii": "text"
     },
     "draftAttachmentPath": {
      "type": "string",
      "description": "Path of an image to prefill, on the machine of the app.",
      "x-beeper-pii": "media_url"
     }
    },
    "example": {
     "chatID": "!alice:beeper.local",
     "messageID": "1343993",
     "draftText": "On my way",
     "draftAttachmentPath": "/home/bob/photo.jpg"
    }
   },
   "ChatCreateRequest": {
    "type": "object",
    "description": "Chat to create from user IDs.",
    "required": [
     "accountID",
     "participantIDs",
     "type"
    ],
    "properties": {
     "accountID": {
      "type": "string",
      "description": "Account to use.",
      "x-beeper-pii": "id"
     },
     "participantIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "minItems": 1,
      "description": "User IDs, at least 1.",
      "x-beeper-pii": "id"
     },
     "type": {
      "$ref": "#/components/schemas/ChatType",
      "description": "Kind of chat; single needs exactly one participant."
     },
     "messageText": {
      "type": "string",
      "description": "First message, if the network needs one. See `text_status` of the result.",
      "x-beeper-pii": "text",
      "x-beeper-visible": true
     },
     "title": {
      "type": "string",
      "description": "Title of a group.",
      "x-beeper-pii": "name"
     }
    },
    "example": {
     "accountID": "local-whatsapp_ba_alice",
     "participantIDs": [
      "@alice:beeper.local"
     ],
     "type": "single",
     "messageText": "Hello Alice",
     "title": "Alice Example"
    }
   },
   "ChatStartRequest": {
    "type": "object",
    "description": "Person to open a direct chat with.",
    "required": [
     "accountID",
     "user"
    ],
    "properties": {
     "accountID": {
      "type": "string",
      "description": "Account to use.",
      "x-beeper-pii": "id"
     },
     "user": {
      "$ref": "#/components/schemas/StartChatUser",
      "description": "What is known of the person."
     },
     "allowInvite": {
      "type": "boolean",
      "default": true,
      "description": "Allow a direct chat that starts with an invitation."
     },
     "messageText": {
      "type": "string",
      "description": "First message, if the network needs one. See `text_status` of the result.",
      "x-beeper-pii": "text",
      "x-beeper-visible": true
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "accountID": "local-whatsapp_ba_alice",
     "user": {
      "phoneNumber": "+15550100"
     },
     "allowInvite": true,
     "messageText": "Hello Alice"
    }
   },
   "StartChatUser": {
    "type": "object",
    "description": "What is known of the person; all optional.",
    "properties": {
     "id": {
      "type": "string",
      "description": "User ID.",
      "x-beeper-pii": "id"
     },
     "email": {
      "type": "string",
      "description": "E-mail address.",
      "x-beeper-pii": "mail"
     },
     "fullName": {
      "type": "string",
      "description": "Name, used for ranking only.",
      "x-beeper-pii": "name"
     },
     "phoneNumber": {
      "type": "string",
      "description": "Phone number, preferably in E.164 form.",
      "x-beeper-pii": "number"
     },
     "username": {
      "type": "string",
      "description": "Handle.",
      "x-beeper-pii": "name"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "id": "@alice:beeper.local",
     "email": "alice@example.com",
     "fullName": "Alice Example",
     "phoneNumber": "+15550100",
     "username": "alice"
    }
   },
   "ChatUpdateRequest": {
    "type": "object",
    "description": "What to change; every field is optional. Use null to clear a field, where that is allowed.",
    "properties": {
     "title": {
      "type": [
       "string",
       "null"
      ],
      "description": "Title. Use null to restore the title of the network.",
      "x-beeper-pii": "name"
     },
     "description": {
      "type": [
       "string",
       "null"
      ],
      "description": "Topic of a group. Use null to clear it.",
      "x-beeper-pii": "text"
     },
     "imgURL": {
      "type": [
       "string",
       "null"
      ],
      "description": "Path of a new avatar, on the machine of the app. Use null to clear it.",
      "x-beeper-pii": "media_url"
     },
     "draft": {
      "anyOf": [
       {
        "$ref": "#/components/schemas/ChatDraftInput"
       },
       {
        "type": "null"
       }
      ],
      "description": "Draft to set. Use null to clear it. A new draft is accepted only while there is none: clear the old one first."
     },
     "isArchived": {
      "type": "boolean",
      "description": "Archive or restore."
     },
     "isLowPriority": {
      "type": "boolean",
      "description": "Move to or out of the low-priority inbox."
     },
     "isMuted": {
      "type": "boolean",
      "description": "Turn notifications off or on."
     },
     "isPinned": {
      "type": "boolean",
      "description": "Pin or unpin."
     },
     "messageExpirySeconds": {
      "type": [
       "integer",
       "null"
      ],
      "minimum": 0,
      "description": "Timer of disappearing messages, in seconds, at least 0. Use null to turn it off."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "title": "Alice",
     "description": "Weekend plans",
     "imgURL": "/home/bob/alice.png",
     "draft": {
      "text": "On my way"
     },
     "isArchived": false,
     "isLowPriority": false,
     "isMuted": false,
     "isPinned": true,
     "messageExpirySeconds": 86400
    }
   },
   "ChatDraftInput": {
    "type": "object",
    "description": "Draft to set.",
    "required": [
     "text"
    ],
    "properties": {
     "text": {
      "type": "string",
      "description": "Plain text or Markdown.",
      "x-beeper-pii": "text"
     },
     "attachments": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/DraftAttachmentInput"
      },
      "description": "Attachments by ID.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "text": "On my way",
     "attachments": {
      "attachment-1": {
       "uploadID": "upload-1"
      }
     }
    }
   },
   "DraftAttachmentInput": {
    "type": "object",
    "description": "Attachment of a draft to set.",
    "required": [
     "uploadID"
    ],
    "properties": {
     "uploadID": {
      "type": "string",
      "description": "Handle of the upload.",
      "x-beeper-pii": "id",
      "x-beeper-object": "AssetUploadResult.uploadID"
     },
     "id": {
      "type": "string",
      "description": "Attachment ID; generated if omitted.",
      "x-beeper-pii": "id"
     },
     "type": {
      "$ref": "#/components/schemas/AttachmentHint",
      "description": "Kind of attachment; derived from the MIME type if omitted."
     },
     "fileName": {
      "type": "string",
      "description": "File name, instead of that of the upload.",
      "x-beeper-pii": "file_name"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type, instead of that of the upload."
     },
     "size": {
      "$ref": "#/components/schemas/RequiredDimensions",
      "description": "Size in pixels, instead of that of the upload."
     },
     "duration": {
      "type": "number",
      "description": "Length of audio or video in seconds, instead of that of the upload."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "uploadID": "upload-1",
     "id": "attachment-1",
     "type": "image",
     "fileName": "photo.jpg",
     "mimeType": "image/jpeg",
     "size": {
      "width": 1280,
      "height": 720
     }
    }
   },
   "AttachmentHint": {
    "type": "string",
    "enum": [
     "image",
     "video",
     "audio",
     "file",
     "gif",
     "voice-note",
     "sticker"
    ],
    "description": "Kind of an attachment to send. Apps 4.2.499 to 4.2.807 accept only gif, voiceNote and sticker.",
    "x-beeper-since": "4.2.499",
    "example": "image"
   },
   "MessageAttachmentInput": {
    "type": "object",
    "description": "Attachment of a message to send.",
    "required": [
     "uploadID"
    ],
    "properties": {
     "uploadID": {
      "type": "string",
      "description": "Handle of the upload.",
      "x-beeper-pii": "id",
      "x-beeper-object": "AssetUploadResult.uploadID"
     },
     "type": {
      "$ref": "#/components/schemas/AttachmentHint",
      "description": "Kind of attachment; derived from the MIME type if omitted."
     },
     "fileName": {
      "type": "string",
      "description": "File name, instead of that of the upload.",
      "x-beeper-pii": "file_name"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type, instead of that of the upload."
     },
     "size": {
      "$ref": "#/components/schemas/RequiredDimensions",
      "description": "Size in pixels, instead of that of the upload."
     },
     "duration": {
      "type": "number",
      "description": "Length of audio or video in seconds, instead of that of the upload."
     }
    },
    "x-beeper-since": "4.2.499",
    "example": {
     "uploadID": "upload-1",
     "type": "image",
     "fileName": "photo.jpg",
     "mimeType": "image/jpeg",
     "size": {
      "width": 1280,
      "height": 720
     }
    }
   },
   "RequiredDimensions": {
    "type": "object",
    "description": "Size in pixels, as given; both members are required.",
    "required": [
     "width",
     "height"
    ],
    "properties": {
     "width": {
      "type": "number",
      "description": "Width in pixels."
     },
     "height": {
      "type": "number",
      "description": "Height in pixels."
     }
    },
    "x-beeper-since": "4.2.499",
    "example": {
     "width": 1280,
     "height": 720
    }
   },
   "ChatArchiveRequest": {
    "type": "object",
    "description": "Archive or restore.",
    "properties": {
     "archived": {
      "type": "boolean",
      "default": true,
      "description": "If true, archive the chat; if false, restore it."
     }
    },
    "example": {
     "archived": true
    }
   },
   "ChatMarkReadRequest": {
    "type": "object",
    "description": "How far to mark read.",
    "properties": {
     "messageID": {
      "type": "string",
      "description": "Mark read up to this message; the whole chat if omitted.",
      "x-beeper-pii": "id",
      "x-beeper-object": "Message.id"
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "messageID": "1343993"
    }
   },
   "ChatMarkUnreadRequest": {
    "type": "object",
    "description": "From where to mark unread.",
    "properties": {
     "messageID": {
      "type": "string",
      "description": "Mark unread from this message on.",
      "x-beeper-pii": "id",
      "x-beeper-object": "Message.id"
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "messageID": "1343993"
    }
   },
   "EmptyRequest": {
    "type": "object",
    "description": "An empty object.",
    "x-beeper-since": "4.2.808",
    "example": {}
   },
   "ReminderCreateRequest": {
    "type": "object",
    "description": "Reminder to set.",
    "required": [
     "reminder"
    ],
    "properties": {
     "reminder": {
      "$ref": "#/components/schemas/ReminderInput",
      "description": "The reminder."
     }
    },
    "example": {
     "reminder": {
      "remindAt": "2036-09-01T09:00:00.000Z"
     }
    }
   },
   "ReminderInput": {
    "type": "object",
    "description": "When and how to remind.",
    "required": [
     "remindAt"
    ],
    "properties": {
     "remindAt": {
      "type": "string",
      "format": "date-time",
      "description": "When to remind, ISO 8601.",
      "x-beeper-since": "4.2.808"
     },
     "dismissOnIncomingMessage": {
      "type": "boolean",
      "description": "Drop the reminder when someone writes."
     }
    },
    "x-beeper-since": "4.2.808",
    "example": {
     "remindAt": "2036-09-01T09:00:00.000Z",
     "dismissOnIncomingMessage": true
    }
   },
   "MessageSendRequest": {
    "type": "object",
    "description": "Message to send: text, an attachment or both.",
    "properties": {
     "text": {
      "type": "string",
      "description": "Plain text or Markdown. HTML in JSON quotes is sent unchanged, as Matrix HTML.",
      "x-beeper-pii": "text"
     },
     "replyToMessageID": {
      "type": "string",
      "description": "Message to reply to.",
      "x-beeper-pii": "id",
      "x-beeper-object": "Message.id"
     },
     "attachment": {
      "$ref": "#/components/schemas/MessageAttachmentInput",
      "description": "One attachment.",
      "x-beeper-since": "4.2.499"
     }
    },
    "example": {
     "text": "See you at **eight**",
     "replyToMessageID": "1343990",
     "attachment": {
      "uploadID": "upload-1"
     }
    }
   },
   "MessageUpdateRequest": {
    "type": "object",
    "description": "The new text.",
    "required": [
     "text"
    ],
    "properties": {
     "text": {
      "type": "string",
      "minLength": 1,
      "description": "New text, at least 1 character.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.499",
    "example": {
     "text": "See you at nine"
    }
   },
   "ReactionAddRequest": {
    "type": "object",
    "description": "Reaction to add.",
    "required": [
     "reactionKey"
    ],
    "properties": {
     "reactionKey": {
      "type": "string",
      "minLength": 1,
      "description": "Emoji, shortcode or key of the network; at least 1 character.",
      "x-beeper-pii": "id"
     },
     "transactionID": {
      "type": "string",
      "description": "ID with which the reaction is tracked and duplicates are dropped.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "reactionKey": "👍",
     "transactionID": "txn-1"
    }
   },
   "AssetDownloadRequest": {
    "type": "object",
    "description": "Media to fetch.",
    "required": [
     "url"
    ],
    "properties": {
     "url": {
      "type": "string",
      "minLength": 1,
      "description": "mxc:// or localmxc:// URL; at least 1 character.",
      "x-beeper-pii": "media_url"
     }
    },
    "example": {
     "url": "mxc://beeper.local/abc123"
    }
   },
   "AssetUploadMultipart": {
    "type": "object",
    "description": "A file to upload, as multipart form.",
    "required": [
     "file"
    ],
    "properties": {
     "file": {
      "type": "string",
      "format": "binary",
      "description": "The file, at most 500 MB.",
      "x-beeper-pii": "text"
     },
     "fileName": {
      "type": "string",
      "description": "File name, instead of that of the part.",
      "x-beeper-pii": "file_name"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type, instead of that of the part."
     }
    },
    "x-beeper-since": "4.2.499",
    "example": {
     "file": "made-up bytes",
     "fileName": "photo.jpg",
     "mimeType": "image/jpeg"
    }
   },
   "AssetUploadBase64Request": {
    "type": "object",
    "description": "A file to upload, as a base64 string.",
    "required": [
     "content"
    ],
    "properties": {
     "content": {
      "type": "string",
      "minLength": 1,
      "maxLength": 750000000,
      "description": "The file as a base64 string, 1 to 750,000,000 characters (about 500 MB).",
      "x-beeper-pii": "text"
     },
     "fileName": {
      "type": "string",
      "description": "File name; generated if omitted.",
      "x-beeper-pii": "file_name"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type; detected if omitted."
     }
    },
    "x-beeper-since": "4.2.499",
    "example": {
     "content": "aGVsbG8=",
     "fileName": "photo.jpg",
     "mimeType": "image/jpeg"
    }
   },
   "LoginSessionCreateRequest": {
    "type": "object",
    "description": "How to sign in; all fields are optional. Connects a new account unless loginID or accountID is given.",
    "properties": {
     "flowID": {
      "type": "string",
      "minLength": 1,
      "description": "Sign-in flow, at least 1 character; the default flow if omitted."
     },
     "loginID": {
      "type": "string",
      "minLength": 1,
      "description": "Login to reconnect, at least 1 character.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "minLength": 1,
      "description": "Account to reconnect, at least 1 character.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "flowID": "qr",
     "loginID": "15550100",
     "accountID": "local-whatsapp_ba_alice"
    }
   },
   "LoginStepSubmitRequest": {
    "type": "object",
    "description": "Values for the current step.",
    "required": [
     "type"
    ],
    "properties": {
     "type": {
      "$ref": "#/components/schemas/LoginStepKind",
      "description": "Kind of the step."
     },
     "fields": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "Values by the id of the field.",
      "x-beeper-pii": "secret"
     },
     "source": {
      "$ref": "#/components/schemas/LoginStepSource",
      "description": "How the values were obtained."
     },
     "lastURL": {
      "type": "string",
      "description": "Last URL of the browser, for a step of kind cookies.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "user_input",
     "fields": {
      "phone": "+15550100"
     },
     "source": "api"
    }
   },
   "LoginStepKind": {
    "type": "string",
    "enum": [
     "user_input",
     "cookies",
     "display_and_wait"
    ],
    "description": "Kind of a sign-in step that can be submitted.",
    "x-beeper-since": "4.3.0",
    "example": "user_input"
   },
   "LoginStepSource": {
    "type": "string",
    "enum": [
     "api",
     "webview",
     "browser_extension"
    ],
    "description": "How the values of a sign-in step were obtained.",
    "x-beeper-since": "4.3.0",
    "example": "api"
   },
   "BridgeLoginRemoveRequest": {
    "type": "object",
    "description": "Where to remove the login.",
    "required": [
     "scope"
    ],
    "properties": {
     "scope": {
      "$ref": "#/components/schemas/LoginRemovalScope",
      "description": "Where to remove it."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "scope": "current-device"
    }
   },
   "SetupEmailRequest": {
    "type": "object",
    "description": "E-mail address for the code.",
    "required": [
     "setupRequestID",
     "email"
    ],
    "properties": {
     "setupRequestID": {
      "type": "string",
      "description": "ID from the start.",
      "x-beeper-pii": "id"
     },
     "email": {
      "type": "string",
      "description": "E-mail address.",
      "x-beeper-pii": "mail"
     }
    },
    "additionalProperties": false,
    "x-beeper-since": "4.3.0",
    "example": {
     "setupRequestID": "setup-1",
     "email": "alice@example.com"
    }
   },
   "SetupResponseRequest": {
    "type": "object",
    "description": "The code from the e-mail.",
    "required": [
     "setupRequestID",
     "response"
    ],
    "properties": {
     "setupRequestID": {
      "type": "string",
      "description": "ID from the start.",
      "x-beeper-pii": "id"
     },
     "response": {
      "type": "string",
      "description": "The code.",
      "x-beeper-pii": "secret"
     }
    },
    "additionalProperties": false,
    "x-beeper-since": "4.3.0",
    "example": {
     "setupRequestID": "setup-1",
     "response": "123456"
    }
   },
   "SetupRegisterRequest": {
    "type": "object",
    "description": "The account to create.",
    "required": [
     "setupRequestID",
     "leadToken",
     "username",
     "acceptTerms"
    ],
    "properties": {
     "setupRequestID": {
      "type": "string",
      "description": "ID from the response to the code.",
      "x-beeper-pii": "id"
     },
     "leadToken": {
      "type": "string",
      "description": "Token from the response to the code.",
      "x-beeper-pii": "secret"
     },
     "username": {
      "type": "string",
      "minLength": 1,
      "description": "Username, at least 1 character.",
      "x-beeper-pii": "name"
     },
     "acceptTerms": {
      "type": "boolean",
      "const": true,
      "description": "Must be true."
     }
    },
    "additionalProperties": false,
    "x-beeper-since": "4.3.0",
    "example": {
     "setupRequestID": "setup-1",
     "leadToken": "made-up-lead-token",
     "username": "alice1",
     "acceptTerms": true
    }
   },
   "RecoveryKeyRequest": {
    "type": "object",
    "description": "A recovery key, to verify or to confirm.",
    "required": [
     "recoveryKey"
    ],
    "properties": {
     "recoveryKey": {
      "type": "string",
      "minLength": 1,
      "description": "The key, at least 1 character.",
      "x-beeper-pii": "secret"
     }
    },
    "additionalProperties": false,
    "x-beeper-since": "4.3.0",
    "example": {
     "recoveryKey": "EsTx made up 1234 5678"
    }
   },
   "RecoveryKeyResetRequest": {
    "type": "object",
    "description": "What is needed to replace the recovery key.",
    "properties": {
     "existingRecoveryKey": {
      "type": "string",
      "description": "The old key, if it is known.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "existingRecoveryKey": "EsTx made up 0000 0000"
    }
   },
   "VerificationCreateRequest": {
    "type": "object",
    "description": "What to verify; all optional.",
    "properties": {
     "userID": {
      "type": "string",
      "description": "User to verify; the signed-in user if omitted.",
      "x-beeper-pii": "id"
     },
     "purpose": {
      "$ref": "#/components/schemas/VerificationPurpose",
      "description": "What it is for."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "userID": "@alice:beeper.com",
     "purpose": "login"
    }
   },
   "VerificationCancelRequest": {
    "type": "object",
    "description": "Why to cancel; all optional.",
    "properties": {
     "code": {
      "type": "string",
      "description": "Machine-readable reason."
     },
     "reason": {
      "type": "string",
      "description": "Human-readable reason.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "code": "m.user",
     "reason": "The user cancelled."
    }
   },
   "QRScanRequest": {
    "type": "object",
    "description": "The QR code that was scanned.",
    "required": [
     "data"
    ],
    "properties": {
     "data": {
      "type": "string",
      "description": "What the QR code held.",
      "x-beeper-pii": "secret"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "data": "made-up-code-1234"
    }
   },
   "Direction": {
    "type": "string",
    "enum": [
     "after",
     "before"
    ],
    "description": "Where the next page lies: before is older, after is newer.",
    "example": "before"
   },
   "InboxName": {
    "type": "string",
    "enum": [
     "primary",
     "low-priority",
     "archive"
    ],
    "description": "An inbox of the app.",
    "example": "primary"
   },
   "ChatSearchScope": {
    "type": "string",
    "enum": [
     "titles",
     "participants"
    ],
    "description": "Where a chat search looks.",
    "example": "titles"
   },
   "ChatTypeFilter": {
    "type": "string",
    "enum": [
     "single",
     "group",
     "any"
    ],
    "description": "Kinds of chat to return.",
    "example": "any"
   },
   "MediaType": {
    "type": "string",
    "enum": [
     "any",
     "video",
     "image",
     "link",
     "file"
    ],
    "description": "Kind of media a message holds.",
    "example": "any"
   },
   "TokenUserInfo": {
    "type": "object",
    "description": "Facts about the token in use.",
    "required": [
     "sub",
     "scope",
     "iat",
     "token_use"
    ],
    "properties": {
     "sub": {
      "type": "string",
      "description": "Token ID.",
      "x-beeper-pii": "id"
     },
     "scope": {
      "type": "string",
      "description": "Scopes, separated by spaces."
     },
     "iat": {
      "type": "number",
      "description": "When it was issued.",
      "x-beeper-time": "seconds"
     },
     "token_use": {
      "type": "string",
      "const": "access",
      "description": "Always access."
     },
     "aud": {
      "type": "string",
      "description": "Client ID.",
      "x-beeper-pii": "id"
     },
     "client_id": {
      "type": "string",
      "description": "Client ID.",
      "x-beeper-pii": "id"
     },
     "exp": {
      "type": "number",
      "description": "When it expires; left out when it does not.",
      "x-beeper-time": "seconds"
     }
    },
    "example": {
     "sub": "token-1",
     "scope": "read write",
     "iat": 1788204101,
     "token_use": "access",
     "aud": "client-1",
     "client_id": "client-1",
     "exp": 1819740101
    }
   },
   "TokenIntrospection": {
    "description": "Facts about a token, or that it is not active; distinguished by `active`.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/ActiveTokenIntrospection"
     },
     {
      "$ref": "#/components/schemas/InactiveTokenIntrospection"
     }
    ],
    "x-beeper-since": "4.2.557",
    "example": {
     "active": true,
     "scope": "read write",
     "token_type": "Bearer",
     "sub": "token-1",
     "iss": "http://127.0.0.1:23373",
     "app": {
      "name": "Beeper",
      "version": "4.3.73",
      "bundle_id": "com.automattic.beeper.desktop"
     },
     "client": {
      "name": "Example client"
     },
     "exp": 1819740101,
     "iat": 1788204101,
     "nbf": 1788204101,
     "aud": "client-1",
     "client_id": "client-1"
    }
   },
   "ActiveTokenIntrospection": {
    "type": "object",
    "description": "The token is valid.",
    "required": [
     "active",
     "scope",
     "token_type",
     "sub",
     "iss",
     "app",
     "client"
    ],
    "properties": {
     "active": {
      "type": "boolean",
      "const": true,
      "description": "Always true."
     },
     "scope": {
      "type": "string",
      "description": "Scopes, separated by spaces."
     },
     "token_type": {
      "type": "string",
      "const": "Bearer",
      "description": "Always Bearer."
     },
     "sub": {
      "type": "string",
      "description": "Token ID.",
      "x-beeper-pii": "id"
     },
     "iss": {
      "type": "string",
      "description": "Who issued it.",
      "x-beeper-pii": "address"
     },
     "app": {
      "$ref": "#/components/schemas/ServerInfoApp",
      "description": "The app."
     },
     "client": {
      "$ref": "#/components/schemas/IntrospectionClient",
      "description": "The client it belongs to."
     },
     "exp": {
      "type": "number",
      "description": "When it expires; left out when it does not.",
      "x-beeper-time": "seconds"
     },
     "iat": {
      "type": "number",
      "description": "When it was issued.",
      "x-beeper-time": "seconds"
     },
     "nbf": {
      "type": "number",
      "description": "From when it is valid.",
      "x-beeper-time": "seconds"
     },
     "aud": {
      "type": "string",
      "description": "Client ID.",
      "x-beeper-pii": "id"
     },
     "client_id": {
      "type": "string",
      "description": "Client ID.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "active": true,
     "scope": "read write",
     "token_type": "Bearer",
     "sub": "token-1",
     "iss": "http://127.0.0.1:23373",
     "app": {
      "name": "Beeper",
      "version": "4.3.73",
      "bundle_id": "com.automattic.beeper.desktop"
     },
     "client": {
      "name": "Example client"
     },
     "exp": 1819740101,
     "iat": 1788204101,
     "nbf": 1788204101,
     "aud": "client-1",
     "client_id": "client-1"
    }
   },
   "IntrospectionClient": {
    "type": "object",
    "description": "The client a token belongs to; all optional.",
    "properties": {
     "id": {
      "type": "string",
      "description": "Client ID.",
      "x-beeper-pii": "id"
     },
     "name": {
      "type": "string",
      "description": "Name to show.",
      "x-beeper-pii": "name"
     },
     "user_agent": {
      "type": "string",
      "description": "User agent it registered with.",
      "x-beeper-pii": "text"
     },
     "remote_address": {
      "type": "string",
      "description": "Network address it registered from.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "id": "client-1",
     "name": "Example client",
     "user_agent": "example/1.0",
     "remote_address": "127.0.0.1"
    }
   },
   "InactiveTokenIntrospection": {
    "type": "object",
    "description": "The token is unknown, expired or revoked.",
    "required": [
     "active"
    ],
    "properties": {
     "active": {
      "type": "boolean",
      "const": false,
      "description": "Always false."
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "active": false
    }
   },
   "IntrospectRequest": {
    "type": "object",
    "description": "Token to introspect, as a form.",
    "required": [
     "token"
    ],
    "properties": {
     "token": {
      "type": "string",
      "description": "Token to introspect.",
      "x-beeper-pii": "secret"
     },
     "token_type_hint": {
      "type": "string",
      "description": "access_token; other values are ignored."
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "token": "made-up-token",
     "token_type_hint": "access_token"
    }
   },
   "TokenRequest": {
    "type": "object",
    "description": "Authorization code to exchange, as form.",
    "required": [
     "grant_type",
     "code",
     "code_verifier"
    ],
    "properties": {
     "grant_type": {
      "type": "string",
      "const": "authorization_code",
      "description": "Always authorization_code."
     },
     "code": {
      "type": "string",
      "description": "Authorization code.",
      "x-beeper-pii": "secret"
     },
     "code_verifier": {
      "type": "string",
      "description": "PKCE verifier.",
      "x-beeper-pii": "secret"
     },
     "client_id": {
      "type": "string",
      "description": "Client ID; optional for public clients.",
      "x-beeper-pii": "id"
     },
     "resource": {
      "type": "string",
      "description": "Resource the token is for (RFC 8707).",
      "x-beeper-pii": "address"
     },
     "redirect_uri": {
      "type": "string",
      "description": "Redirect URI of the authorization; optional here.",
      "x-beeper-pii": "address"
     }
    },
    "example": {
     "grant_type": "authorization_code",
     "code": "made-up-code",
     "code_verifier": "made-up-verifier",
     "client_id": "client-1",
     "resource": "http://127.0.0.1:23373",
     "redirect_uri": "http://127.0.0.1:8765/callback"
    }
   },
   "TokenResponse": {
    "type": "object",
    "description": "An access token.",
    "required": [
     "access_token",
     "token_type",
     "expires_in",
     "scope"
    ],
    "properties": {
     "access_token": {
      "type": "string",
      "description": "The token.",
      "x-beeper-pii": "secret"
     },
     "token_type": {
      "type": "string",
      "const": "Bearer",
      "description": "Always Bearer."
     },
     "expires_in": {
      "type": "integer",
      "description": "Lifetime in seconds."
     },
     "scope": {
      "type": "string",
      "description": "Scopes, separated by spaces."
     }
    },
    "example": {
     "access_token": "made-up-token",
     "token_type": "Bearer",
     "expires_in": 31536000,
     "scope": "read write"
    }
   },
   "RevokeRequest": {
    "type": "object",
    "description": "Token to revoke, as form.",
    "required": [
     "token"
    ],
    "properties": {
     "token": {
      "type": "string",
      "description": "Token to revoke.",
      "x-beeper-pii": "secret"
     },
     "token_type_hint": {
      "$ref": "#/components/schemas/TokenTypeHint",
      "description": "Kind of the token."
     }
    },
    "example": {
     "token": "made-up-token",
     "token_type_hint": "access_token"
    }
   },
   "TokenTypeHint": {
    "type": "string",
    "enum": [
     "access_token",
     "refresh_token"
    ],
    "description": "Kind of the token given; only access tokens exist.",
    "example": "access_token"
   },
   "ClientRegistrationRequest": {
    "type": "object",
    "description": "Client to register (RFC 7591).",
    "required": [
     "client_name",
     "redirect_uris"
    ],
    "properties": {
     "client_name": {
      "type": "string",
      "description": "Name to show.",
      "x-beeper-pii": "name"
     },
     "redirect_uris": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Redirect URIs that are allowed.",
      "x-beeper-pii": "address"
     },
     "client_uri": {
      "type": "string",
      "description": "URI of the homepage.",
      "x-beeper-pii": "address"
     },
     "grant_types": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "authorization_code"
      },
      "default": [
       "authorization_code"
      ],
      "description": "Grant types; only authorization_code."
     },
     "response_types": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "code"
      },
      "default": [
       "code"
      ],
      "description": "Response types; only code."
     },
     "scope": {
      "type": "string",
      "default": "read write",
      "description": "Scopes, separated by spaces."
     },
     "token_endpoint_auth_method": {
      "type": "string",
      "const": "none",
      "default": "none",
      "description": "Always none: clients are public."
     }
    },
    "example": {
     "client_name": "Example client",
     "redirect_uris": [
      "http://127.0.0.1:8765/callback"
     ],
     "client_uri": "https://example.com",
     "grant_types": [
      "authorization_code"
     ],
     "response_types": [
      "code"
     ],
     "scope": "read write",
     "token_endpoint_auth_method": "none"
    }
   },
   "ClientRegistrationResponse": {
    "type": "object",
    "description": "The registered client.",
    "required": [
     "client_id",
     "client_name",
     "grant_types",
     "response_types",
     "redirect_uris",
     "scope",
     "token_endpoint_auth_method",
     "client_id_issued_at",
     "authorization_endpoint",
     "token_endpoint"
    ],
    "properties": {
     "client_id": {
      "type": "string",
      "description": "ID of the new client.",
      "x-beeper-pii": "id"
     },
     "client_name": {
      "type": "string",
      "description": "Name as registered.",
      "x-beeper-pii": "name"
     },
     "grant_types": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "authorization_code"
      },
      "description": "Grant types as registered."
     },
     "response_types": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "code"
      },
      "description": "Response types as registered."
     },
     "redirect_uris": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Redirect URIs as registered.",
      "x-beeper-pii": "address"
     },
     "scope": {
      "type": "string",
      "description": "Scopes as registered, separated by spaces."
     },
     "token_endpoint_auth_method": {
      "type": "string",
      "const": "none",
      "description": "Always none: clients are public."
     },
     "client_id_issued_at": {
      "type": "integer",
      "description": "When it was registered.",
      "x-beeper-time": "seconds"
     },
     "authorization_endpoint": {
      "type": "string",
      "description": "URL of /oauth/authorize.",
      "x-beeper-pii": "address"
     },
     "token_endpoint": {
      "type": "string",
      "description": "URL of /oauth/token.",
      "x-beeper-pii": "address"
     },
     "client_uri": {
      "type": "string",
      "description": "URI of the homepage as registered.",
      "x-beeper-pii": "address"
     }
    },
    "example": {
     "client_id": "client-1",
     "client_name": "Example client",
     "grant_types": [
      "authorization_code"
     ],
     "response_types": [
      "code"
     ],
     "redirect_uris": [
      "http://127.0.0.1:8765/callback"
     ],
     "scope": "read write",
     "token_endpoint_auth_method": "none",
     "client_id_issued_at": 1788204101,
     "authorization_endpoint": "http://127.0.0.1:23373/oauth/authorize",
     "token_endpoint": "http://127.0.0.1:23373/oauth/token",
     "client_uri": "https://example.com"
    }
   },
   "AuthorizeCallbackRequest": {
    "type": "object",
    "description": "What the consent page sends; internal to the flow.",
    "properties": {
     "clientInfo": {
      "$ref": "#/components/schemas/AuthorizeClientInfo",
      "description": "Who asks."
     },
     "scopes": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/OAuthScope"
      },
      "default": [
       "read"
      ],
      "description": "Scopes asked for."
     },
     "state": {
      "type": "string",
      "description": "String of the client that is returned with the result.",
      "x-beeper-pii": "secret"
     },
     "codeChallenge": {
      "type": "string",
      "description": "PKCE challenge."
     },
     "codeChallengeMethod": {
      "type": "string",
      "const": "S256",
      "description": "Always S256."
     },
     "resource": {
      "type": "string",
      "description": "Resource the token is for (RFC 8707).",
      "x-beeper-pii": "address"
     }
    },
    "example": {
     "clientInfo": {
      "name": "Example client"
     },
     "scopes": [
      "read",
      "write"
     ],
     "state": "abc123",
     "codeChallenge": "made-up-challenge",
     "codeChallengeMethod": "S256",
     "resource": "http://127.0.0.1:23373"
    }
   },
   "OAuthScope": {
    "type": "string",
    "enum": [
     "read",
     "write"
    ],
    "description": "What a token may do: read data, or write (change) data.",
    "example": "read"
   },
   "AuthorizeClientInfo": {
    "type": "object",
    "description": "Who asks for consent; all optional.",
    "properties": {
     "name": {
      "type": "string",
      "description": "Name to show.",
      "x-beeper-pii": "name"
     },
     "version": {
      "type": "string",
      "description": "Version of the client."
     },
     "userAgent": {
      "type": "string",
      "description": "User agent.",
      "x-beeper-pii": "text"
     },
     "remoteAddress": {
      "type": "string",
      "description": "Network address.",
      "x-beeper-pii": "text"
     },
     "clientID": {
      "type": "string",
      "description": "Client ID.",
      "x-beeper-pii": "id"
     },
     "clientURI": {
      "type": "string",
      "description": "URI of the homepage.",
      "x-beeper-pii": "address"
     }
    },
    "example": {
     "name": "Example client",
     "version": "1.0.0",
     "userAgent": "example/1.0",
     "remoteAddress": "127.0.0.1",
     "clientID": "client-1",
     "clientURI": "https://example.com"
    }
   },
   "AuthorizeCallbackResponse": {
    "type": "object",
    "description": "Result of the consent.",
    "properties": {
     "code": {
      "type": "string",
      "description": "Authorization code.",
      "x-beeper-pii": "secret"
     },
     "error": {
      "type": "string",
      "description": "Why there is none."
     },
     "state": {
      "type": "string",
      "description": "State of the request.",
      "x-beeper-pii": "secret"
     }
    },
    "example": {
     "code": "made-up-code",
     "state": "abc123"
    }
   },
   "OAuthError": {
    "type": "object",
    "description": "The error envelope of OAuth (RFC 6749).",
    "required": [
     "error"
    ],
    "properties": {
     "error": {
      "type": "string",
      "description": "Machine-readable code, e.g. invalid_request, invalid_client_metadata or server_error."
     },
     "error_description": {
      "type": "string",
      "description": "Human-readable explanation; can be missing with status 500.",
      "x-beeper-pii": "text"
     }
    },
    "example": {
     "error": "invalid_request",
     "error_description": "The token is missing."
    }
   },
   "AuthorizationServerMetadata": {
    "type": "object",
    "description": "Authorization server metadata (RFC 8414).",
    "required": [
     "issuer",
     "authorization_endpoint",
     "token_endpoint",
     "revocation_endpoint",
     "userinfo_endpoint",
     "registration_endpoint",
     "grant_types_supported",
     "token_endpoint_auth_methods_supported",
     "response_types_supported",
     "scopes_supported",
     "code_challenge_methods_supported",
     "service_documentation"
    ],
    "properties": {
     "issuer": {
      "type": "string",
      "description": "Who issues tokens, e.g. http://127.0.0.1:23373.",
      "x-beeper-pii": "address"
     },
     "authorization_endpoint": {
      "type": "string",
      "description": "URL of /oauth/authorize.",
      "x-beeper-pii": "address"
     },
     "token_endpoint": {
      "type": "string",
      "description": "URL of /oauth/token.",
      "x-beeper-pii": "address"
     },
     "revocation_endpoint": {
      "type": "string",
      "description": "URL of /oauth/revoke.",
      "x-beeper-pii": "address"
     },
     "userinfo_endpoint": {
      "type": "string",
      "description": "URL of /oauth/userinfo.",
      "x-beeper-pii": "address"
     },
     "registration_endpoint": {
      "type": "string",
      "description": "URL of /oauth/register.",
      "x-beeper-pii": "address"
     },
     "grant_types_supported": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "authorization_code"
      },
      "description": "Only authorization_code."
     },
     "token_endpoint_auth_methods_supported": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "none"
      },
      "description": "Only none."
     },
     "response_types_supported": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "code"
      },
      "description": "Only code."
     },
     "scopes_supported": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/OAuthScope"
      },
      "description": "Scopes there are."
     },
     "code_challenge_methods_supported": {
      "type": "array",
      "items": {
       "type": "string",
       "const": "S256"
      },
      "description": "Only S256."
     },
     "service_documentation": {
      "type": "string",
      "description": "URL of the OpenAPI document.",
      "x-beeper-pii": "address"
     }
    },
    "example": {
     "issuer": "http://127.0.0.1:23373",
     "authorization_endpoint": "http://127.0.0.1:23373/oauth/authorize",
     "token_endpoint": "http://127.0.0.1:23373/oauth/token",
     "revocation_endpoint": "http://127.0.0.1:23373/oauth/revoke",
     "userinfo_endpoint": "http://127.0.0.1:23373/oauth/userinfo",
     "registration_endpoint": "http://127.0.0.1:23373/oauth/register",
     "grant_types_supported": [
      "authorization_code"
     ],
     "token_endpoint_auth_methods_supported": [
      "none"
     ],
     "response_types_supported": [
      "code"
     ],
     "scopes_supported": [
      "read",
      "write"
     ],
     "code_challenge_methods_supported": [
      "S256"
     ],
     "service_documentation": "http://127.0.0.1:23373/v1/spec"
    }
   },
   "ProtectedResourceMetadata": {
    "type": "object",
    "description": "Protected resource metadata (RFC 9728).",
    "required": [
     "resource",
     "authorization_servers"
    ],
    "properties": {
     "resource": {
      "type": "string",
      "description": "URL of the resource.",
      "x-beeper-pii": "address"
     },
     "authorization_servers": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Who issues tokens for it.",
      "x-beeper-pii": "address"
     }
    },
    "example": {
     "resource": "http://127.0.0.1:23373",
     "authorization_servers": [
      "http://127.0.0.1:23373"
     ]
    }
   },
   "WSSubscriptionsSet": {
    "type": "object",
    "description": "Command of the client: replaces all subscriptions.",
    "required": [
     "type"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "subscriptions.set",
      "description": "Always subscriptions.set."
     },
     "requestID": {
      "type": "string",
      "description": "String that is returned with the response.",
      "x-beeper-pii": "id"
     },
     "chatIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "default": [],
      "description": "Chats to subscribe to: only * for all, IDs for these, an empty list to pause. Apps before 4.3.0 require it.",
      "x-beeper-pii": "id"
     },
     "app": {
      "$ref": "#/components/schemas/WSAppSubscription",
      "description": "Also subscribe to the setup state.",
      "x-beeper-since": "4.3.0"
     }
    },
    "additionalProperties": false,
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "subscriptions.set",
     "requestID": "request-1",
     "chatIDs": [
      "!alice:beeper.local"
     ],
     "app": {
      "state": true
     }
    }
   },
   "WSAppSubscription": {
    "type": "object",
    "description": "Subscription to the setup state.",
    "required": [
     "state"
    ],
    "properties": {
     "state": {
      "type": "boolean",
      "description": "Subscribe to the setup state."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "state": true
    }
   },
   "WSReady": {
    "type": "object",
    "description": "First frame from the server.",
    "required": [
     "type",
     "version",
     "chatIDs"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "ready",
      "description": "Always ready."
     },
     "version": {
      "type": "number",
      "const": 1,
      "description": "Version of the protocol, always 1."
     },
     "chatIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Chats subscribed to; empty at first.",
      "x-beeper-pii": "id"
     },
     "app": {
      "$ref": "#/components/schemas/WSAppSubscription",
      "description": "Subscription to the setup state.",
      "x-beeper-since": "4.3.0"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "ready",
     "version": 1,
     "chatIDs": [],
     "app": {
      "state": false
     }
    }
   },
   "WSSubscriptionsUpdated": {
    "type": "object",
    "description": "Confirms a command; nothing arrives between the command and this.",
    "required": [
     "type",
     "chatIDs"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "subscriptions.updated",
      "description": "Always subscriptions.updated."
     },
     "requestID": {
      "type": "string",
      "description": "The requestID of the command.",
      "x-beeper-pii": "id"
     },
     "chatIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "Chats subscribed to now.",
      "x-beeper-pii": "id"
     },
     "app": {
      "$ref": "#/components/schemas/WSAppSubscription",
      "description": "Subscription to the setup state.",
      "x-beeper-since": "4.3.0"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "subscriptions.updated",
     "requestID": "request-1",
     "chatIDs": [
      "!alice:beeper.local"
     ],
     "app": {
      "state": true
     }
    }
   },
   "WSError": {
    "type": "object",
    "description": "A command was rejected.",
    "required": [
     "type",
     "code",
     "message"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "error",
      "description": "Always error."
     },
     "requestID": {
      "type": "string",
      "description": "The requestID of the command.",
      "x-beeper-pii": "id"
     },
     "code": {
      "$ref": "#/components/schemas/WSErrorCode",
      "description": "Machine-readable reason."
     },
     "message": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "error",
     "requestID": "request-1",
     "code": "INVALID_COMMAND",
     "message": "chatIDs mixes * with IDs"
    }
   },
   "WSErrorCode": {
    "type": "string",
    "enum": [
     "INVALID_COMMAND",
     "INVALID_PAYLOAD",
     "NOT_SUBSCRIBED",
     "INTERNAL_ERROR"
    ],
    "description": "Why a WebSocket command was rejected.",
    "x-beeper-since": "4.2.557",
    "example": "INVALID_COMMAND"
   },
   "ChatUpserted": {
    "type": "object",
    "description": "A chat is new or has changed.",
    "required": [
     "type",
     "seq",
     "ts",
     "chatID",
     "ids"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "chat.upserted",
      "description": "Always chat.upserted."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     },
     "chatID": {
      "type": "string",
      "description": "The chat.",
      "x-beeper-pii": "id"
     },
     "ids": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "ID of the chat.",
      "x-beeper-pii": "id"
     },
     "entries": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Chat"
      },
      "description": "The chat itself; mostly omitted."
     },
     "accountID": {
      "type": "string",
      "description": "Account of the chat; in no document, but apps were seen to send it.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "chat.upserted",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z",
     "chatID": "!alice:beeper.local",
     "ids": [
      "!alice:beeper.local"
     ],
     "accountID": "whatsapp"
    }
   },
   "ChatDeleted": {
    "type": "object",
    "description": "A chat was deleted.",
    "required": [
     "type",
     "seq",
     "ts",
     "chatID",
     "ids"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "chat.deleted",
      "description": "Always chat.deleted."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     },
     "chatID": {
      "type": "string",
      "description": "The chat.",
      "x-beeper-pii": "id"
     },
     "ids": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "ID of the chat.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account of the chat; in no document, but apps were seen to send it.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "chat.deleted",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z",
     "chatID": "!alice:beeper.local",
     "ids": [
      "!alice:beeper.local"
     ],
     "accountID": "whatsapp"
    }
   },
   "MessageUpserted": {
    "type": "object",
    "description": "Messages are new or have changed: edits, reactions, deliveries.",
    "required": [
     "type",
     "seq",
     "ts",
     "chatID",
     "ids"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "message.upserted",
      "description": "Always message.upserted."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     },
     "chatID": {
      "type": "string",
      "description": "Chat of the messages.",
      "x-beeper-pii": "id"
     },
     "ids": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "IDs of the messages.",
      "x-beeper-pii": "id"
     },
     "entries": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Message"
      },
      "description": "The messages themselves; may be omitted."
     },
     "accountID": {
      "type": "string",
      "description": "Account of the chat; in no document, but apps were seen to send it.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "message.upserted",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z",
     "chatID": "!alice:beeper.local",
     "ids": [
      "1343993"
     ],
     "accountID": "whatsapp"
    }
   },
   "MessageDeleted": {
    "type": "object",
    "description": "Messages were deleted.",
    "required": [
     "type",
     "seq",
     "ts",
     "chatID",
     "ids"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "message.deleted",
      "description": "Always message.deleted."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     },
     "chatID": {
      "type": "string",
      "description": "Chat of the messages.",
      "x-beeper-pii": "id"
     },
     "ids": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "IDs of the messages.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account of the chat; in no document, but apps were seen to send it.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "message.deleted",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z",
     "chatID": "!alice:beeper.local",
     "ids": [
      "1343993"
     ],
     "accountID": "whatsapp"
    }
   },
   "AppStateUpdated": {
    "type": "object",
    "description": "The setup state changed.",
    "required": [
     "type",
     "seq",
     "ts",
     "appState"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "app.state.updated",
      "description": "Always app.state.updated."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     },
     "appState": {
      "$ref": "#/components/schemas/AppStateSnapshot",
      "description": "The new state."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "app.state.updated",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z",
     "appState": {
      "state": "ready",
      "e2ee": {
       "initialized": true,
       "secretStorage": true,
       "crossSigning": true,
       "verified": true,
       "secrets": {
        "masterKey": true,
        "selfSigningKey": true,
        "userSigningKey": true,
        "megolmBackupKey": true,
        "recoveryKey": true
       },
       "keyBackup": true,
       "firstSyncDone": true,
       "hasBackedUpRecoveryKey": true
      },
      "matrix": {
       "userID": "@alice:beeper.com",
       "deviceID": "ABCDEFGH",
       "homeserver": "https://matrix.example.com"
      }
     }
    }
   },
   "VerificationUpdated": {
    "type": "object",
    "description": "A verification changed.",
    "required": [
     "type",
     "seq",
     "ts",
     "verification"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "verification.updated",
      "description": "Always verification.updated."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     },
     "verification": {
      "$ref": "#/components/schemas/Verification",
      "description": "The new state."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "verification.updated",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z",
     "verification": {
      "id": "verification-1",
      "purpose": "device",
      "direction": "outgoing",
      "state": "ready",
      "methods": [
       "qr",
       "sas"
      ],
      "availableActions": [
       "cancel",
       "sas.start"
      ],
      "otherUserID": "@alice:beeper.com"
     }
    }
   },
   "VerificationRemoved": {
    "type": "object",
    "description": "A verification is gone.",
    "required": [
     "type",
     "seq",
     "ts"
    ],
    "properties": {
     "type": {
      "type": "string",
      "const": "verification.removed",
      "description": "Always verification.removed."
     },
     "seq": {
      "type": "integer",
      "minimum": 0,
      "description": "Counter of this connection over all events, at least 0; a gap means lost frames."
     },
     "ts": {
      "type": "string",
      "format": "date-time",
      "description": "When it happened. Apps were seen to send Unix milliseconds too, as a number and as text."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "type": "verification.removed",
     "seq": 7,
     "ts": "2026-08-31T19:41:41.000Z"
    }
   },
   "WSOutgoing": {
    "description": "Every frame of the server; distinguished by `type`.",
    "anyOf": [
     {
      "$ref": "#/components/schemas/WSReady"
     },
     {
      "$ref": "#/components/schemas/WSSubscriptionsUpdated"
     },
     {
      "$ref": "#/components/schemas/WSError"
     },
     {
      "$ref": "#/components/schemas/ChatUpserted"
     },
     {
      "$ref": "#/components/schemas/ChatDeleted"
     },
     {
      "$ref": "#/components/schemas/MessageUpserted"
     },
     {
      "$ref": "#/components/schemas/MessageDeleted"
     },
     {
      "$ref": "#/components/schemas/AppStateUpdated"
     },
     {
      "$ref": "#/components/schemas/VerificationUpdated"
     },
     {
      "$ref": "#/components/schemas/VerificationRemoved"
     }
    ],
    "discriminator": {
     "propertyName": "type",
     "mapping": {
      "ready": "#/components/schemas/WSReady",
      "subscriptions.updated": "#/components/schemas/WSSubscriptionsUpdated",
      "error": "#/components/schemas/WSError",
      "chat.upserted": "#/components/schemas/ChatUpserted",
      "chat.deleted": "#/components/schemas/ChatDeleted",
      "message.upserted": "#/components/schemas/MessageUpserted",
      "message.deleted": "#/components/schemas/MessageDeleted",
      "app.state.updated": "#/components/schemas/AppStateUpdated",
      "verification.updated": "#/components/schemas/VerificationUpdated",
      "verification.removed": "#/components/schemas/VerificationRemoved"
     }
    },
    "x-beeper-since": "4.2.557",
    "example": {
     "type": "ready",
     "version": 1,
     "chatIDs": [],
     "app": {
      "state": false
     }
    }
   },
   "LegacyChatCreateResult": {
    "type": "object",
    "description": "Response of POST /v1/chats in apps 4.1.294 to 4.2.807.",
    "required": [
     "chatID"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "ID of the chat.",
      "x-beeper-pii": "id"
     },
     "status": {
      "$ref": "#/components/schemas/ChatCreateStatus",
      "description": "Whether an existing chat was reused; only for mode start.",
      "x-beeper-since": "4.2.557"
     }
    },
    "x-beeper-removed": "4.2.808",
    "x-beeper-text-status": true,
    "example": {
     "chatID": "!alice:beeper.local",
     "status": "existing"
    }
   },
   "LegacyChatCreateRequest": {
    "type": "object",
    "description": "Body of POST /v1/chats in apps 4.2.557 to 4.2.807.",
    "required": [
     "accountID"
    ],
    "properties": {
     "accountID": {
      "type": "string",
      "description": "Account to use.",
      "x-beeper-pii": "id"
     },
     "mode": {
      "$ref": "#/components/schemas/LegacyChatCreateMode",
      "description": "create (the default) or start."
     },
     "type": {
      "$ref": "#/components/schemas/ChatType",
      "description": "Kind of chat; needed for create."
     },
     "participantIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "description": "User IDs; needed for create.",
      "x-beeper-pii": "id"
     },
     "title": {
      "type": "string",
      "description": "Title of a group, for create.",
      "x-beeper-pii": "name"
     },
     "user": {
      "$ref": "#/components/schemas/StartChatUser",
      "description": "What is known of the person; needed for start."
     },
     "allowInvite": {
      "type": "boolean",
      "default": true,
      "description": "Allow a direct chat that starts with an invitation; for start."
     },
     "messageText": {
      "type": "string",
      "description": "First message, if the network needs one.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.2.557",
    "x-beeper-removed": "4.2.808",
    "example": {
     "accountID": "local-whatsapp_ba_alice",
     "mode": "start",
     "user": {
      "phoneNumber": "+15550100"
     },
     "allowInvite": true,
     "messageText": "Hello Alice"
    }
   },
   "LegacyChatCreateMode": {
    "type": "string",
    "enum": [
     "create",
     "start"
    ],
    "description": "What POST /v1/chats does in apps 4.2.557 to 4.2.807: create a chat from user IDs, or open one with a person.",
    "x-beeper-since": "4.2.557",
    "example": "create"
   },
   "LegacyMessageUpdateResult": {
    "type": "object",
    "description": "Response of an edit in apps 4.2.499 to 4.2.807.",
    "required": [
     "chatID",
     "messageID",
     "success"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat of the message.",
      "x-beeper-pii": "id"
     },
     "messageID": {
      "type": "string",
      "description": "Message that was edited.",
      "x-beeper-pii": "id"
     },
     "success": {
      "type": "boolean",
      "description": "Whether it was edited."
     }
    },
    "x-beeper-since": "4.2.499",
    "x-beeper-removed": "4.2.808",
    "example": {
     "chatID": "!alice:beeper.local",
     "messageID": "1343993",
     "success": true
    }
   },
   "LegacyMessagePage": {
    "type": "object",
    "description": "Page of messages in apps 4.1.294 to 4.2.807; the sortKey of the last item is the next cursor.",
    "required": [
     "items",
     "hasMore"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Message"
      },
      "description": "Messages of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     }
    },
    "x-beeper-removed": "4.2.808",
    "example": {
     "items": [
      {
       "id": "1343993",
       "chatID": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "senderID": "@bob:beeper.local",
       "timestamp": "2026-08-31T19:41:41.000Z",
       "sortKey": "449706228480",
       "senderName": "Bob Example",
       "text": "See you at <b>eight</b>",
       "isSender": true
      }
     ],
     "hasMore": true
    }
   },
   "LegacyActionResult": {
    "type": "object",
    "description": "Response of archive and reminders in some builds between app 4.2.509 and 4.2.557.",
    "required": [
     "success"
    ],
    "properties": {
     "success": {
      "type": "boolean",
      "const": true,
      "description": "Always true."
     }
    },
    "x-beeper-removed": "4.2.557",
    "example": {
     "success": true
    }
   },
   "MatrixError": {
    "type": "object",
    "description": "The error envelope of Matrix.",
    "required": [
     "errcode"
    ],
    "properties": {
     "errcode": {
      "type": "string",
      "description": "Machine-readable code, e.g. M_FORBIDDEN, M_NOT_FOUND, M_NOT_JSON, M_BAD_JSON, M_INVALID_PARAM or M_LIMIT_EXCEEDED."
     },
     "error": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     },
     "retry_after_ms": {
      "type": "integer",
      "description": "How long to wait, in milliseconds; only with 429."
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "errcode": "M_LIMIT_EXCEEDED",
     "error": "Too many requests.",
     "retry_after_ms": 2000
    }
   },
   "MatrixContent": {
    "type": "object",
    "description": "Content of account data or of a state event; free-form.",
    "additionalProperties": true,
    "x-beeper-since": "4.3.0",
    "x-beeper-pii": "text",
    "example": {
     "topic": "Weekend plans"
    }
   },
   "MatrixEvent": {
    "type": "object",
    "description": "A Matrix event; free-form.",
    "additionalProperties": true,
    "x-beeper-since": "4.3.0",
    "x-beeper-pii": "text",
    "example": {
     "type": "m.room.topic",
     "event_id": "$event1:beeper.local",
     "sender": "@alice:beeper.com",
     "state_key": "",
     "content": {
      "topic": "Weekend plans"
     }
    }
   },
   "MatrixEmptyResult": {
    "type": "object",
    "description": "An empty object.",
    "x-beeper-since": "4.3.0",
    "example": {}
   },
   "MatrixProfile": {
    "type": "object",
    "description": "Profile of a Matrix user. Other keys are possible.",
    "properties": {
     "displayname": {
      "type": "string",
      "description": "Display name.",
      "x-beeper-pii": "name"
     },
     "avatar_url": {
      "type": "string",
      "description": "Avatar, an mxc:// URL.",
      "x-beeper-pii": "media_url"
     },
     "m.tz": {
      "type": "string",
      "description": "Time zone, e.g. Europe/Berlin.",
      "x-beeper-pii": "text"
     }
    },
    "additionalProperties": true,
    "x-beeper-since": "4.3.0",
    "example": {
     "displayname": "Alice Example",
     "avatar_url": "mxc://beeper.local/abc123",
     "m.tz": "Europe/Berlin"
    }
   },
   "MatrixThirdPartySigned": {
    "type": "object",
    "description": "Signed proof of an invitation by a third party; free-form.",
    "additionalProperties": true,
    "x-beeper-since": "4.3.0",
    "example": {
     "sender": "@bob:beeper.com",
     "mxid": "@alice:beeper.com",
     "token": "made-up-token"
    }
   },
   "MatrixJoinRequest": {
    "type": "object",
    "description": "How to join a room; all optional.",
    "properties": {
     "reason": {
      "type": "string",
      "description": "Why, shown to the room.",
      "x-beeper-pii": "text"
     },
     "third_party_signed": {
      "$ref": "#/components/schemas/MatrixThirdPartySigned",
      "description": "Signed proof of an invitation by a third party.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "reason": "Invited by Bob",
     "third_party_signed": {
      "sender": "@bob:beeper.com",
      "mxid": "@alice:beeper.com",
      "token": "made-up-token"
     }
    }
   },
   "MatrixLeaveRequest": {
    "type": "object",
    "description": "How to leave a room; all optional.",
    "properties": {
     "reason": {
      "type": "string",
      "description": "Why, shown to the room.",
      "x-beeper-pii": "text"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "reason": "Bye"
    }
   },
   "MatrixCreateRoomRequest": {
    "type": "object",
    "description": "Room to create, as in the Matrix client-server API (name, topic, preset, invite, …); free-form.",
    "additionalProperties": true,
    "x-beeper-since": "4.3.0",
    "x-beeper-pii": "text",
    "example": {
     "name": "Weekend plans",
     "preset": "private_chat",
     "invite": [
      "@alice:beeper.com"
     ]
    }
   },
   "MatrixRoomResult": {
    "type": "object",
    "description": "A room joined or created.",
    "required": [
     "room_id"
    ],
    "properties": {
     "room_id": {
      "type": "string",
      "description": "Room ID.",
      "x-beeper-pii": "id"
     }
    },
    "x-beeper-since": "4.3.0",
    "example": {
     "room_id": "!room:beeper.local"
    }
   },
   "V0Error": {
    "type": "object",
    "description": "The error envelope of version 0.",
    "required": [
     "error"
    ],
    "properties": {
     "error": {
      "type": "string",
      "description": "Human-readable explanation.",
      "x-beeper-pii": "text"
     },
     "code": {
      "type": "string",
      "description": "Machine-readable code."
     },
     "details": {
      "type": "object",
      "additionalProperties": {
       "type": "string"
      },
      "description": "More strings, by key.",
      "x-beeper-pii": "text"
     }
    },
    "example": {
     "error": "Invalid or missing token",
     "code": "unauthorized",
     "details": {
      "hint": "Make a token in the settings of the app."
     }
    }
   },
   "V0BaseResponse": {
    "type": "object",
    "description": "Outcome of a change; `success` is true if it worked.",
    "required": [
     "success"
    ],
    "properties": {
     "success": {
      "type": "boolean",
      "description": "Whether it worked."
     },
     "error": {
      "type": "string",
      "description": "Why it did not.",
      "x-beeper-pii": "text"
     }
    },
    "example": {
     "success": true
    }
   },
   "V0Account": {
    "type": "object",
    "description": "A connected chat account.",
    "x-beeper-display": "account",
    "required": [
     "accountID",
     "network",
     "user"
    ],
    "properties": {
     "accountID": {
      "type": "string",
      "description": "Account ID, e.g. matrix, discordgo, slackgo.TEAM-USER or local-whatsapp_ba_alice.",
      "x-beeper-pii": "id"
     },
     "network": {
      "type": "string",
      "description": "Display name of the network."
     },
     "user": {
      "$ref": "#/components/schemas/User",
      "description": "The owner's identity on that network."
     }
    },
    "example": {
     "accountID": "local-whatsapp_ba_alice",
     "network": "WhatsApp",
     "user": {
      "id": "@bob:beeper.local",
      "phoneNumber": "+15550101",
      "fullName": "Bob Example",
      "isSelf": true
     }
    }
   },
   "V0ChatParticipants": {
    "type": "object",
    "description": "Members of a chat, without membership flags; the list may be incomplete.",
    "required": [
     "items",
     "hasMore",
     "total"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/User"
      },
      "description": "Members returned; at most 20 per chat in lists and searches."
     },
     "hasMore": {
      "type": "boolean",
      "description": "There are more members than returned."
     },
     "total": {
      "type": "integer",
      "description": "Real number of members."
     }
    },
    "example": {
     "items": [
      {
       "id": "@alice:beeper.local",
       "phoneNumber": "+15550100",
       "fullName": "Alice Example",
       "isSelf": false
      },
      {
       "id": "@bob:beeper.local",
       "phoneNumber": "+15550101",
       "fullName": "Bob Example",
       "isSelf": true
      }
     ],
     "hasMore": false,
     "total": 2
    }
   },
   "V0Chat": {
    "type": "object",
    "description": "One conversation.",
    "x-beeper-display": "chat",
    "required": [
     "id",
     "accountID",
     "network",
     "title",
     "type",
     "participants",
     "unreadCount"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Chat ID, e.g. !alice:beeper.local.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account the chat belongs to.",
      "x-beeper-pii": "id"
     },
     "network": {
      "type": "string",
      "description": "Display name of the network."
     },
     "title": {
      "type": "string",
      "description": "Title as displayed.",
      "x-beeper-pii": "name"
     },
     "type": {
      "$ref": "#/components/schemas/ChatType",
      "description": "Direct message or group."
     },
     "participants": {
      "$ref": "#/components/schemas/V0ChatParticipants",
      "description": "Members; the list may be incomplete."
     },
     "unreadCount": {
      "type": "integer",
      "description": "Number of unread messages."
     },
     "localChatID": {
      "type": [
       "string",
       "null"
      ],
      "description": "ID of the chat on this installation only; accepted wherever a chat ID is.",
      "x-beeper-pii": "id"
     },
     "lastActivity": {
      "type": "string",
      "format": "date-time",
      "description": "When the chat was last active."
     },
     "lastReadMessageSortKey": {
      "anyOf": [
       {
        "type": "integer"
       },
       {
        "type": "string"
       },
       {
        "type": "null"
       }
      ],
      "description": "The sortKey of the last message read: an integer, a string or null.",
      "x-beeper-pii": "order"
     },
     "isArchived": {
      "type": "boolean",
      "description": "The chat is archived."
     },
     "isMuted": {
      "type": "boolean",
      "description": "Its notifications are off."
     },
     "isPinned": {
      "type": "boolean",
      "description": "The chat is pinned."
     }
    },
    "example": {
     "id": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "network": "WhatsApp",
     "title": "Alice Example",
     "type": "single",
     "participants": {
      "items": [
       {
        "id": "@alice:beeper.local",
        "phoneNumber": "+15550100",
        "fullName": "Alice Example",
        "isSelf": false
       },
       {
        "id": "@bob:beeper.local",
        "phoneNumber": "+15550101",
        "fullName": "Bob Example",
        "isSelf": true
       }
      ],
      "hasMore": false,
      "total": 2
     },
     "unreadCount": 2,
     "localChatID": "12",
     "lastActivity": "2026-08-31T19:41:41.000Z",
     "lastReadMessageSortKey": "449706228480",
     "isArchived": false,
     "isMuted": false,
     "isPinned": true
    }
   },
   "V0Message": {
    "type": "object",
    "description": "One message.",
    "x-beeper-property": {
     "name": "kind",
     "function": "message_kind"
    },
    "x-beeper-display": "message",
    "required": [
     "id",
     "messageID",
     "chatID",
     "accountID",
     "senderID",
     "timestamp",
     "sortKey"
    ],
    "properties": {
     "id": {
      "type": "string",
      "description": "Message ID, e.g. 1343993. It is valid on this installation only.",
      "x-beeper-pii": "id"
     },
     "messageID": {
      "type": "string",
      "description": "Same as id.",
      "x-beeper-pii": "id"
     },
     "chatID": {
      "type": "string",
      "description": "Chat the message is in.",
      "x-beeper-pii": "id"
     },
     "accountID": {
      "type": "string",
      "description": "Account the message belongs to.",
      "x-beeper-pii": "id"
     },
     "senderID": {
      "type": "string",
      "description": "User ID of the sender.",
      "x-beeper-pii": "id"
     },
     "timestamp": {
      "type": "string",
      "format": "date-time",
      "description": "When it was sent."
     },
     "sortKey": {
      "anyOf": [
       {
        "type": "string"
       },
       {
        "type": "number"
       }
      ],
      "description": "Key to order messages by: a string or a number.",
      "x-beeper-pii": "order"
     },
     "senderName": {
      "type": "string",
      "description": "Name of the sender, when known.",
      "x-beeper-pii": "name"
     },
     "text": {
      "type": "string",
      "description": "Plain text; may be JSON with entities.",
      "x-beeper-pii": "text"
     },
     "isSender": {
      "type": "boolean",
      "description": "The user sent it."
     },
     "isUnread": {
      "type": "boolean",
      "description": "Not read by the user; may be left out."
     },
     "attachments": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/V0Attachment"
      },
      "description": "Attachments."
     },
     "reactions": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/Reaction"
      },
      "description": "Reactions to the message."
     }
    },
    "example": {
     "id": "1343993",
     "messageID": "1343993",
     "chatID": "!alice:beeper.local",
     "accountID": "local-whatsapp_ba_alice",
     "senderID": "@alice:beeper.local",
     "timestamp": "2026-08-31T19:41:41.000Z",
     "sortKey": "449706228480",
     "senderName": "Alice Example",
     "text": "See you at eight",
     "isSender": false,
     "isUnread": true,
     "attachments": [
      {
       "type": "img"
      }
     ],
     "reactions": [
      {
       "id": "@alice:beeper.local👍",
       "reactionKey": "👍",
       "participantID": "@alice:beeper.local"
      }
     ]
    }
   },
   "V0Attachment": {
    "type": "object",
    "description": "An attachment of a message, as read.",
    "required": [
     "type"
    ],
    "properties": {
     "type": {
      "$ref": "#/components/schemas/AttachmentType",
      "description": "Kind of attachment."
     },
     "srcURL": {
      "type": "string",
      "description": "Public URL or local path; may be temporary.",
      "x-beeper-pii": "media_url"
     },
     "mimeType": {
      "type": "string",
      "description": "MIME type."
     },
     "fileName": {
      "type": "string",
      "description": "Original file name.",
      "x-beeper-pii": "file_name"
     },
     "fileSize": {
      "type": "number",
      "description": "Size in bytes."
     },
     "isGif": {
      "type": "boolean",
      "description": "It is a GIF."
     },
     "isSticker": {
      "type": "boolean",
      "description": "It is a sticker."
     },
     "isVoiceNote": {
      "type": "boolean",
      "description": "It is a voice note."
     },
     "duration": {
      "type": "number",
      "description": "Length of audio or video, in seconds."
     },
     "posterImg": {
      "type": "string",
      "description": "URL of the poster frame of a video; may be temporary.",
      "x-beeper-pii": "media_url"
     },
     "size": {
      "$ref": "#/components/schemas/Dimensions",
      "description": "Size in pixels."
     }
    },
    "example": {
     "type": "img",
     "srcURL": "file:///home/bob/media/photo.jpg",
     "mimeType": "image/jpeg",
     "fileName": "photo.jpg",
     "fileSize": 48213,
     "isGif": false,
     "isSticker": false,
     "isVoiceNote": false,
     "size": {
      "width": 1280,
      "height": 720
     }
    }
   },
   "V0ChatPage": {
    "type": "object",
    "description": "A page of found chats.",
    "required": [
     "items",
     "hasMore",
     "oldestCursor",
     "newestCursor"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/V0Chat"
      },
      "description": "Chats of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-pii": "order"
     }
    },
    "example": {
     "items": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ"
    }
   },
   "V0MessageSearchPage": {
    "type": "object",
    "description": "A page of found messages, with their chats.",
    "required": [
     "items",
     "hasMore",
     "oldestCursor",
     "newestCursor",
     "chats"
    ],
    "properties": {
     "items": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/V0Message"
      },
      "description": "Messages of the page."
     },
     "hasMore": {
      "type": "boolean",
      "description": "Whether more can be fetched."
     },
     "oldestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to older items, for direction=before; null at the end.",
      "x-beeper-pii": "order"
     },
     "newestCursor": {
      "type": [
       "string",
       "null"
      ],
      "description": "Cursor to newer items, for direction=after; null at the end.",
      "x-beeper-pii": "order"
     },
     "chats": {
      "type": "object",
      "additionalProperties": {
       "$ref": "#/components/schemas/V0Chat"
      },
      "description": "Chats of the messages, by chat ID.",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "items": [
      {
       "id": "1343993",
       "messageID": "1343993",
       "chatID": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "senderID": "@alice:beeper.local",
       "timestamp": "2026-08-31T19:41:41.000Z",
       "sortKey": "449706228480",
       "senderName": "Alice Example",
       "text": "See you at eight"
      }
     ],
     "hasMore": true,
     "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
     "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ",
     "chats": {
      "!alice:beeper.local": {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     }
    }
   },
   "V0UnifiedSearchResult": {
    "type": "object",
    "description": "Response of the search over chats and messages.",
    "required": [
     "results"
    ],
    "properties": {
     "results": {
      "$ref": "#/components/schemas/V0UnifiedSearchResults",
      "description": "What was found."
     }
    },
    "example": {
     "results": {
      "chats": [
       {
        "id": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "network": "WhatsApp",
        "title": "Alice Example",
        "type": "single",
        "participants": {
         "items": [
          {
           "id": "@alice:beeper.local",
           "phoneNumber": "+15550100",
           "fullName": "Alice Example",
           "isSelf": false
          },
          {
           "id": "@bob:beeper.local",
           "phoneNumber": "+15550101",
           "fullName": "Bob Example",
           "isSelf": true
          }
         ],
         "hasMore": false,
         "total": 2
        },
        "unreadCount": 2,
        "lastActivity": "2026-08-31T19:41:41.000Z"
       }
      ],
      "in_groups": [
       {
        "id": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "network": "WhatsApp",
        "title": "Alice Example",
        "type": "single",
        "participants": {
         "items": [
          {
           "id": "@alice:beeper.local",
           "phoneNumber": "+15550100",
           "fullName": "Alice Example",
           "isSelf": false
          },
          {
           "id": "@bob:beeper.local",
           "phoneNumber": "+15550101",
           "fullName": "Bob Example",
           "isSelf": true
          }
         ],
         "hasMore": false,
         "total": 2
        },
        "unreadCount": 2,
        "lastActivity": "2026-08-31T19:41:41.000Z"
       }
      ],
      "messages": {
       "items": [
        {
         "id": "1343993",
         "messageID": "1343993",
         "chatID": "!alice:beeper.local",
         "accountID": "local-whatsapp_ba_alice",
         "senderID": "@alice:beeper.local",
         "timestamp": "2026-08-31T19:41:41.000Z",
         "sortKey": "449706228480",
         "senderName": "Alice Example",
         "text": "See you at eight"
        }
       ],
       "hasMore": true,
       "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
       "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ",
       "chats": {
        "!alice:beeper.local": {
         "id": "!alice:beeper.local",
         "accountID": "local-whatsapp_ba_alice",
         "network": "WhatsApp",
         "title": "Alice Example",
         "type": "single",
         "participants": {
          "items": [
           {
            "id": "@alice:beeper.local",
            "phoneNumber": "+15550100",
            "fullName": "Alice Example",
            "isSelf": false
           },
           {
            "id": "@bob:beeper.local",
            "phoneNumber": "+15550101",
            "fullName": "Bob Example",
            "isSelf": true
           }
          ],
          "hasMore": false,
          "total": 2
         },
         "unreadCount": 2,
         "lastActivity": "2026-08-31T19:41:41.000Z"
        }
       }
      }
     }
    }
   },
   "V0UnifiedSearchResults": {
    "type": "object",
    "description": "Results of the search over chats and messages.",
    "required": [
     "chats",
     "in_groups",
     "messages"
    ],
    "properties": {
     "chats": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/V0Chat"
      },
      "description": "Chats found by title."
     },
     "in_groups": {
      "type": "array",
      "items": {
       "$ref": "#/components/schemas/V0Chat"
      },
      "description": "Groups with a matching participant."
     },
     "messages": {
      "$ref": "#/components/schemas/V0MessageSearchPage",
      "description": "First page of messages found."
     }
    },
    "example": {
     "chats": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "in_groups": [
      {
       "id": "!alice:beeper.local",
       "accountID": "local-whatsapp_ba_alice",
       "network": "WhatsApp",
       "title": "Alice Example",
       "type": "single",
       "participants": {
        "items": [
         {
          "id": "@alice:beeper.local",
          "phoneNumber": "+15550100",
          "fullName": "Alice Example",
          "isSelf": false
         },
         {
          "id": "@bob:beeper.local",
          "phoneNumber": "+15550101",
          "fullName": "Bob Example",
          "isSelf": true
         }
        ],
        "hasMore": false,
        "total": 2
       },
       "unreadCount": 2,
       "lastActivity": "2026-08-31T19:41:41.000Z"
      }
     ],
     "messages": {
      "items": [
       {
        "id": "1343993",
        "messageID": "1343993",
        "chatID": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "senderID": "@alice:beeper.local",
        "timestamp": "2026-08-31T19:41:41.000Z",
        "sortKey": "449706228480",
        "senderName": "Alice Example",
        "text": "See you at eight"
       }
      ],
      "hasMore": true,
      "oldestCursor": "1725489123456|c29tZUltc2dQYWdl",
      "newestCursor": "1725489999999|c29tZU90aGVyUGFnZQ",
      "chats": {
       "!alice:beeper.local": {
        "id": "!alice:beeper.local",
        "accountID": "local-whatsapp_ba_alice",
        "network": "WhatsApp",
        "title": "Alice Example",
        "type": "single",
        "participants": {
         "items": [
          {
           "id": "@alice:beeper.local",
           "phoneNumber": "+15550100",
           "fullName": "Alice Example",
           "isSelf": false
          },
          {
           "id": "@bob:beeper.local",
           "phoneNumber": "+15550101",
           "fullName": "Bob Example",
           "isSelf": true
          }
         ],
         "hasMore": false,
         "total": 2
        },
        "unreadCount": 2,
        "lastActivity": "2026-08-31T19:41:41.000Z"
       }
      }
     }
    }
   },
   "V0ChatCreateResponse": {
    "description": "Outcome of creating a chat.",
    "allOf": [
     {
      "$ref": "#/components/schemas/V0BaseResponse"
     },
     {
      "type": "object",
      "properties": {
       "chatID": {
        "type": "string",
        "description": "ID of the new chat, when there is one.",
        "x-beeper-pii": "id"
       }
      }
     }
    ],
    "example": {
     "success": true,
     "chatID": "!alice:beeper.local"
    }
   },
   "V0MessageSendResponse": {
    "description": "Outcome of sending a message.",
    "allOf": [
     {
      "$ref": "#/components/schemas/V0BaseResponse"
     },
     {
      "type": "object",
      "required": [
       "chatID",
       "pendingMessageID"
      ],
      "properties": {
       "chatID": {
        "type": "string",
        "description": "Chat the message went to.",
        "x-beeper-pii": "id"
       },
       "pendingMessageID": {
        "type": "string",
        "description": "Temporary ID, until the message has its final one.",
        "x-beeper-pii": "id"
       }
      }
     }
    ],
    "example": {
     "success": true,
     "chatID": "!alice:beeper.local",
     "pendingMessageID": "m1725489123456"
    }
   },
   "V0OpenAppResponse": {
    "type": "object",
    "description": "Response of opening the app.",
    "required": [
     "success"
    ],
    "properties": {
     "success": {
      "type": "boolean",
      "description": "Whether the app was brought to the front."
     }
    },
    "example": {
     "success": true
    }
   },
   "V0ReminderInput": {
    "type": "object",
    "description": "When and how to remind; also the form of version 1 before app 4.2.808.",
    "required": [
     "remindAtMs"
    ],
    "properties": {
     "remindAtMs": {
      "type": "number",
      "description": "When to remind, in Unix milliseconds."
     },
     "dismissOnIncomingMessage": {
      "type": "boolean",
      "description": "Drop the reminder when someone writes."
     }
    },
    "example": {
     "remindAtMs": 2103872400000,
     "dismissOnIncomingMessage": true
    }
   },
   "V0OpenAppRequest": {
    "type": "object",
    "description": "What to open or prefill; all optional.",
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat to open, by chat ID or local chat ID.",
      "x-beeper-pii": "id"
     },
     "messageID": {
      "type": "string",
      "description": "Message to jump to.",
      "x-beeper-pii": "id"
     },
     "draftText": {
      "type": "string",
      "description": "Plain text to prefill.",
      "x-beeper-pii": "text"
     },
     "draftAttachmentPath": {
      "type": "string",
      "description": "Path of an image to prefill, on the machine of the app.",
      "x-beeper-pii": "media_url"
     }
    },
    "example": {
     "chatID": "!alice:beeper.local",
     "messageID": "1343993",
     "draftText": "On my way",
     "draftAttachmentPath": "/home/bob/photo.jpg"
    }
   },
   "V0MessageSendRequest": {
    "type": "object",
    "description": "Text to send.",
    "required": [
     "chatID"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat to send to, by chat ID or local chat ID.",
      "x-beeper-pii": "id"
     },
     "text": {
      "type": "string",
      "description": "Plain text or Markdown.",
      "x-beeper-pii": "text"
     },
     "replyToMessageID": {
      "type": "string",
      "description": "Message to reply to.",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "chatID": "!alice:beeper.local",
     "text": "See you at **eight**",
     "replyToMessageID": "1343990"
    }
   },
   "V0ChatCreateRequest": {
    "type": "object",
    "description": "Chat to create.",
    "required": [
     "accountID",
     "participantIDs",
     "type"
    ],
    "properties": {
     "accountID": {
      "type": "string",
      "description": "Account to use.",
      "x-beeper-pii": "id"
     },
     "participantIDs": {
      "type": "array",
      "items": {
       "type": "string"
      },
      "minItems": 1,
      "description": "User IDs, at least 1.",
      "x-beeper-pii": "id"
     },
     "type": {
      "$ref": "#/components/schemas/ChatType",
      "description": "Kind of chat; single needs exactly one participant."
     },
     "messageText": {
      "type": "string",
      "description": "First message, if the network needs one.",
      "x-beeper-pii": "text",
      "x-beeper-visible": true
     },
     "title": {
      "type": "string",
      "description": "Title of a group.",
      "x-beeper-pii": "name"
     }
    },
    "example": {
     "accountID": "local-whatsapp_ba_alice",
     "participantIDs": [
      "@alice:beeper.local"
     ],
     "type": "single",
     "messageText": "Hello Alice",
     "title": "Alice Example"
    }
   },
   "V0AssetDownloadRequest": {
    "type": "object",
    "description": "Media to fetch.",
    "required": [
     "url"
    ],
    "properties": {
     "url": {
      "type": "string",
      "minLength": 1,
      "description": "mxc:// or localmxc:// URL; at least 1 character.",
      "x-beeper-pii": "media_url"
     }
    },
    "example": {
     "url": "mxc://beeper.local/abc123"
    }
   },
   "V0ChatArchiveRequest": {
    "type": "object",
    "description": "Chat to archive or restore.",
    "required": [
     "chatID"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat to archive, by chat ID or local chat ID.",
      "x-beeper-pii": "id"
     },
     "archived": {
      "type": "boolean",
      "default": true,
      "description": "If true, archive the chat; if false, restore it."
     }
    },
    "example": {
     "chatID": "!alice:beeper.local",
     "archived": true
    }
   },
   "V0ReminderCreateRequest": {
    "type": "object",
    "description": "Reminder to set.",
    "required": [
     "chatID",
     "reminder"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat to be reminded of, by chat ID or local chat ID.",
      "x-beeper-pii": "id"
     },
     "reminder": {
      "$ref": "#/components/schemas/V0ReminderInput",
      "description": "The reminder."
     }
    },
    "example": {
     "chatID": "!alice:beeper.local",
     "reminder": {
      "remindAtMs": 2103872400000
     }
    }
   },
   "V0ReminderDeleteRequest": {
    "type": "object",
    "description": "Chat whose reminder is cleared.",
    "required": [
     "chatID"
    ],
    "properties": {
     "chatID": {
      "type": "string",
      "description": "Chat whose reminder is cleared, by chat ID or local chat ID.",
      "x-beeper-pii": "id"
     }
    },
    "example": {
     "chatID": "!alice:beeper.local"
    }
   }
  },
  "securitySchemes": {
   "bearer": {
    "type": "http",
    "scheme": "bearer",
    "description": "A token made in the settings of the app or by OAuth. An operation lists the scope it needs: read, write, or none where it is not known."
   }
  }
 }
}"""
