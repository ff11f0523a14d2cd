from beeper_desktop_api import (
    APIConnectionError, APIError, APIResponseValidationError, APIStatusError, APITimeoutError, AuthenticationError,
    BadRequestError, BeeperDesktop, BeeperDesktopError, ConflictError, InternalServerError, NotFoundError,
    PermissionDeniedError, RateLimitError, UnprocessableEntityError,
)

client = BeeperDesktop()
ORDINARY = (BadRequestError, ConflictError, UnprocessableEntityError, PermissionDeniedError, APITimeoutError)
try:
    client.accounts.list()
except NotFoundError as error:
    print(error.status_code, error.response.status_code, error.message)
except (AuthenticationError, RateLimitError) as error:
    print(error.response.headers, error.body)
except APIStatusError as error:
    print(error.request.url)
except (InternalServerError, APIResponseValidationError, APIConnectionError, APIError):
    raise
except BeeperDesktopError as error:
    print(error)
