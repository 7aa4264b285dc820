"""What the app's OpenAPI says is what the app does, whatever it is asked within it or beside it."""

import dataclasses
from itertools import cycle

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.python.asgi import shutdown_lifespans
from schemathesis.specs.openapi import checks

from reportedly.export.form import FORMS
from reportedly.serve import create_app
from reportedly.serve.setting import Limits

from .conftest import copy_of
from .small import mark_of

HOLD = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
trying = settings(
    derandomize=True,  # the same requests in every run
    max_examples=8,  # of each operation
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def app(shelf, tmp_path_factory):
    """The app, with no limit to how often somebody may act; what is handed in only waits."""
    limits = Limits(acts_a_minute=10**6, sign_ins_a_minute=10**6)
    told = copy_of(shelf, tmp_path_factory.mktemp("api"))
    app = create_app(dataclasses.replace(told, limits=limits))
    app.state.worker.start = lambda: None
    yield app
    shutdown_lifespans()


@pytest.fixture(scope="module")
def described(app):
    """The schema of the app, as it tells it."""
    return schemathesis.openapi.from_asgi("/openapi.json", app)


@pytest.fixture(scope="module")
def visitor(app):
    """A session of this app: its cookie, and the mark of its forms."""
    browser = TestClient(app)
    mark = mark_of(browser)
    return browser.cookies["reportedly"], mark


@pytest.fixture(scope="module")
def known(app):
    """What is held, by the names that parts of an address have."""
    dossier = app.state.shelf.collection.dossier()
    reports = [each.report.id for each in dossier.readings]
    ids = cycle([*reports, *(claim.id for claim in dossier.picture.claims[:4])])
    return {"id": ids, "a": cycle(reports), "b": cycle(reports[::-1]), "form": cycle(FORMS), "place": cycle(["Hornik"])}


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_one_that_the_openapi_tells(described, visitor, known, mode):
    cookie, mark = visitor
    tried, answered, broken = 0, set(), {}
    turn = cycle((True, False))  # half of the requests are about something that is held

    def ask(case):
        case.cookies = {**(case.cookies or {}), "reportedly": cookie}
        if mode is GenerationMode.POSITIVE and next(turn):
            case.query.update({name: next(known[name]) for name in case.query if name in known})
            case.query.pop("as_of", None)
        if isinstance(case.body, dict):
            case.body["mark"] = mark  # else nothing but the refusal of another site's form is tried
        answered.add(case.call_and_validate(checks=HOLD, allow_redirects=False).status_code)

    for operation in (each.ok() for each in described.get_all_operations()):
        try:
            trying(given(case=operation.as_strategy(generation_mode=mode))(ask))()
        except Unsatisfiable:
            continue  # nothing that this operation takes could be wrong
        except (FailureGroup, AssertionError) as fault:
            broken[operation.label] = str(fault)
        tried += 1
    assert broken == {}
    assert tried > 30
    assert answered >= ({200, 303, 400, 404, 422} if mode is GenerationMode.POSITIVE else {422})


def test_every_part_of_an_address_is_bounded(app):
    def bounded(schema):
        if "anyOf" in schema:
            return all(bounded(each) for each in schema["anyOf"])
        if schema.get("type") == "array":
            return "maxItems" in schema and bounded(schema["items"])
        end = {"string": "maxLength", "integer": "maximum"}.get(schema.get("type"))
        return end is None or end in schema or "enum" in schema

    paths = app.openapi()["paths"]
    parts = [
        (path, part["name"], part["schema"])
        for path, operations in paths.items()
        for operation in operations.values()
        for part in operation.get("parameters", ())
    ]
    assert len(parts) > 50
    assert [(path, name) for path, name, schema in parts if not bounded(schema)] == []


def test_every_operation_tells_what_it_refuses_and_each_record_what_it_holds(app):
    told = app.openapi()
    for path, operations in told["paths"].items():
        for operation in operations.values():
            assert {"200", "400", "404", "413", "422", "429"} <= set(operation["responses"]), path
            content = operation["responses"]["200"]["content"]
            assert not path.endswith(".json") or content["application/json"]["schema"], path
    assert {"Claim", "Story", "Trace", "Refusal"} <= set(told["components"]["schemas"])
