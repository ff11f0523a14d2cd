"""``/_fake/openapi.json`` is a valid document of all verbs, with what the docstrings say."""

from __future__ import annotations

from typing import Any

from openapi_spec_validator import validate

from beeper_sdk.testing import FakeBeeper
from beeper_sdk.testing.control.docstrings import documented
from beeper_sdk.testing.control.table import verbs
from tests.testing.control.remote import Remote


def test_it_is_valid_openapi(remote: Remote) -> None:
    assert remote.document["openapi"] == "3.1.0"
    validate(remote.document)


def test_it_has_every_verb(remote: Remote) -> None:
    listed = [(method.upper(), path) for path, item in remote.document["paths"].items() for method in item]
    assert sorted(listed) == sorted((verb.method, verb.path) for verb in verbs(FakeBeeper))


def test_operations_have_names_of_their_own(remote: Remote) -> None:
    names = [operation["operationId"] for item in remote.document["paths"].values() for operation in item.values()]
    assert len(names) == len(set(names))


def test_it_says_how_to_send_the_token(remote: Remote) -> None:
    scheme = remote.document["components"]["securitySchemes"]["controlToken"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    assert remote.document["security"] == [{"controlToken": []}]


def test_arguments_have_the_words_of_the_docstrings(remote: Remote) -> None:
    operation: Any = remote.document["paths"]["/_fake/fail"]["post"]
    assert operation["summary"] == "Add a rule that makes requests fail, or slows them down."
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    assert schema["properties"]["status"] == {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "description": "Status of the response, 200 to 599; 200 if only `body` is given.",
    }
    assert schema["properties"]["probability"]["default"] == 1
    assert schema["additionalProperties"] is False


def test_files_are_named_or_sent(remote: Remote) -> None:
    body: Any = remote.document["paths"]["/_fake/me/send"]["post"]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    assert schema["required"] == ["chat"]
    kinds = [one for one in schema["properties"]["file"]["anyOf"] if "enum" in one]
    assert kinds == [{"type": "string", "enum": ["image", "gif", "sticker", "voice", "audio", "file"]}]


def test_a_docstring_in_its_parts() -> None:
    def example() -> None:
        """Do ``this``.

        And
        that.

        Args:
            first: The first
                of them.
            second: The second.

        Returns:
            Nothing: at all.

        Raises:
            ValueError: Never.
        """

    parts = documented(example)
    assert (parts.summary, parts.description, parts.returns) == ("Do `this`.", "And that.", "Nothing: at all.")
    assert parts.arguments == {"first": "The first of them.", "second": "The second."}
