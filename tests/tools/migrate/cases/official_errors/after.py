from beeper_sdk.errors import (
    APIConnectionError, APIError, ResponseDecodeError, APIStatusError, APITimeoutError, AuthenticationError,
    BadRequestError, BeeperError, ConflictError, InternalServerError, NotFoundError,
    PermissionDeniedError, RateLimitError, UnprocessableEntityError,
)
from beeper_sdk import Beeper

client = Beeper()
ORDINARY = (BadRequestError, ConflictError, UnprocessableEntityError, PermissionDeniedError, APITimeoutError)
try:
    client.accounts.list()
except NotFoundError as error:
    print(error.status, error.status, str(error))
except (AuthenticationError, RateLimitError) as error:
    print(error.response.headers, error.body)
except APIStatusError as error:
    print(error.request.url)
except (InternalServerError, ResponseDecodeError, APIConnectionError, APIError):
    raise
except BeeperError as error:
    print(error)
