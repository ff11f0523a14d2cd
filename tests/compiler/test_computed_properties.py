"""``x-beeper-property``: a property of a model that is computed from its fields, and is itself no field."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys

import pytest

from tests.compiler.conftest import Compile
from tests.compiler.mini import STRING, Mini, obj, ref, spec

KIND = {"x-beeper-property": {"name": "kind", "function": "message_kind"}}


@pytest.fixture
def mini(compiled: Compile) -> Mini:
    note = obj({"type": STRING, "text": STRING}, "text", **KIND)
    schemas = {"Note": note, "Edited": {"allOf": [ref("Note"), obj({"at": STRING})]}, "Plain": obj({"type": STRING})}
    return compiled(spec(schemas))


def test_a_model_and_its_subclasses_have_the_property(mini: Mini) -> None:
    for name in ("Note", "Edited"):
        assert mini.load(name, {"text": "hi", "type": "VOICE"}).kind == "voice"
        assert mini.model(name)(text="hi").kind == "text"
    assert not hasattr(mini.load("Plain", {"type": "VOICE"}), "kind")


def test_it_is_read_only_and_follows_the_fields(mini: Mini) -> None:
    note = mini.load("Note", {"text": "hi", "type": "VOICE"})
    note.type = "NOTICE"
    assert note.kind == "notice"
    with pytest.raises(AttributeError):
        note.kind = "text"


def test_it_is_no_field(mini: Mini) -> None:
    data = {"text": "hi", "type": "VOICE", "kind": "of the server"}
    note = mini.load("Note", data)
    assert note.kind == "voice"
    assert note.to_dict() == data
    assert note.additional_properties == {"kind": "of the server"}
    assert "kind" not in repr(note)
    assert "kind" not in inspect.signature(type(note)).parameters
    assert note == mini.load("Note", data) == pickle.loads(pickle.dumps(note))
    assert "kind" not in mini.module("_contract").FIELDS["Note"]
    assert "MessageKind" not in mini.module("_contract").ENUMS
    with pytest.raises(TypeError, match="Note has no attribute 'kind'; its attributes are type, text"):
        note.evolve(kind="text")


def test_the_models_package_has_the_type_of_the_result(mini: Mini) -> None:
    models = mini.module("models")
    assert "MessageKind" in dir(models)
    assert models.MessageKind == mini.module("_message_kind").MessageKind
    assert "def kind(self) -> MessageKind:" in mini.files["models/all.py"]
    assert (mini.model("Note").kind.__doc__ or "").startswith("What kind of message this is")


def test_its_module_is_imported_when_it_is_first_used(mini: Mini) -> None:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        f"from {mini.name} import models\n"
        f"note = models.Note.from_dict({{'text': 'hi'}})\n"
        f"name = '{mini.name}._message_kind'\n"
        f"print(name in sys.modules, note.kind, name in sys.modules, note.kind)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False text True text\n"
