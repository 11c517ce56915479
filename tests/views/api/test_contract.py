"""Whatever is asked of any route, in whatever way, the answer is one that the description knows, and no fault."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import positive_data_acceptance
from tests.desk.made_ledger import all_let_in, documents
from tests.views.api.conftest import API, filled
from tests.views.web.conftest import TODAY, Copyist

from dragoman.desk.tokens import Tokens
from dragoman.store import open_store
from dragoman.views.api.callers import Door
from dragoman.views.api.description import described
from dragoman.views.api.routes import counting
from dragoman.views.web.app import make_app

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
EXAMPLES = 20
BUCKETS = 400  # of a series, so that its answers are checked in no time


def operations():
    told = described(next(route.app for route in make_app("nowhere").routes if getattr(route, "path", "") == API))
    return [(method, path) for path, known in told["paths"].items() for method in known]


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    """The description of a server that is asked whatever comes, and so is told many texts."""
    yield from served(filled(tmp_path_factory.mktemp("contract") / "store"))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("known") / "store")


@pytest.fixture(scope="module")
def known(place):
    """That of a server that holds what one knows."""
    yield from served(place)


def served(folder):
    app = make_app(
        folder,
        today=lambda: TODAY,
        load=lambda: Copyist(next(iter(documents()))),
        door=Door(tokens=Tokens(folder / "tokens.json")),
    )
    with all_let_in(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(counting, "MOST", BUCKETS)
        app.state.site.ledger()
        yield schemathesis.openapi.from_asgi(f"{API}/openapi.json", lasting(app))
        app.state.site.close()


def lasting(app):
    """The application, which does not end when one look at it does."""

    async def asked(scope, receive, send):
        if scope["type"] == "http":
            await app(scope, receive, send)
            return
        while (message := await receive())["type"] == "lifespan.startup":
            await send({"type": "lifespan.startup.complete"})
        await send({"type": f"{message['type']}.complete"})

    return asked


def ask_often(operation, mode):
    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, derandomize=True, suppress_health_check=list(HealthCheck))
    def ask(case):
        # What a question may say, and whom one may ask of, no description can tell: such a request is refused in words.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()


@pytest.mark.parametrize(("method", "path"), operations())
def test_what_the_description_allows_gets_an_answer_that_it_knows(schema, method, path):
    ask_often(schema[path][method], GenerationMode.POSITIVE)


@pytest.mark.parametrize(("method", "path"), operations())
def test_what_the_description_forbids_is_refused_in_words(schema, method, path):
    operation = schema[path][method]
    if not operation.definition.raw.get("parameters") and "requestBody" not in operation.definition.raw:
        pytest.skip("nothing of this route can be asked wrongly")
    ask_often(operation, GenerationMode.NEGATIVE)


@pytest.fixture(scope="module")
def ids(place):
    with open_store(place) as store:
        act = store.acts(limit=1).items[0]
        return {"act": act.id, "report": act.reports[0], "document": act.documents[0]}


PERIODS = {
    "before_first": "2022-01-01", "before_last": "2022-12-31", "after_first": "2023-01-01", "after_last": "2025-12-31",
}  # fmt: skip
ASKED = [
    ("/store", {}),
    ("/documents", {}),
    ("/documents/{id}", {"id": "document"}),
    ("/reports", {"q": "party:JPN"}),
    ("/reports", {"updated_since": "2022-01-01"}),
    ("/reports/{id}", {"id": "report"}),
    ("/acts", {"q": "party:JPN"}),
    ("/acts", {"q": "party:JPN", "updated_since": "2022-01-01"}),
    ("/acts/number", {"q": "party:JPN"}),
    ("/acts/facets", {"field": "type"}),
    ("/acts/{id}", {"id": "act"}),
    ("/ledger", {"who": "Japan", "with": "NATO"}),
    ("/bearing", {"one": "JPN", "other": "NATO"}),
    ("/ledger", {"who": "Japan", "as_of": "2023-06-01", "today": "2025-02-01"}),
    ("/bearing", {"one": "JPN", "other": "NATO", "as_of": "2023-06-01"}),
    ("/series", {"by": "year"}),
    ("/dyads/{one}/{other}", {"one": "JPN", "other": "NATO"}),
    ("/network", {}),
    ("/movers", PERIODS),
    ("/firsts", {}),
    ("/framing", {"of": "CHN"}),
    ("/framing/first", {"by": "NATO"}),
    ("/search", {"q": "Japan"}),
    ("/sources", {}),
    ("/offices", {"office": "foreign minister", "day": "2022-06-29"}),
    ("/actors", {"name": "Japan"}),
]  # fmt: skip


@pytest.mark.parametrize(("path", "asked"), ASKED, ids=[f"{path} {' '.join(asked)}" for path, asked in ASKED])
def test_a_real_answer_is_as_described(known, ids, path, asked):
    parts = {name: ids.get(value, value) for name, value in asked.items() if f"{{{name}}}" in path}
    query = {name: value for name, value in asked.items() if name not in parts}
    answer = known[path]["get"].Case(path_parameters=parts, query=query).call_and_validate()
    assert answer.status_code == 200


def test_the_story_of_an_entry_is_as_described(known):
    entries = known["/ledger"]["get"].Case().call_and_validate().json()["entries"]
    assert entries
    for entry in entries:
        answer = known["/ledger/{id}"]["get"].Case(path_parameters={"id": entry["id"]}).call_and_validate()
        assert answer.json()["entry"] == entry
