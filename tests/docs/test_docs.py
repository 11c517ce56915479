"""The pages and the code agree: what there is is documented, and what is documented is there."""

import io
import re
import shlex
from dataclasses import fields
from importlib import import_module
from inspect import signature
from itertools import takewhile
from pathlib import Path

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

import dragoman
from dragoman import errors as errors_module
from dragoman import settings
from dragoman.desk.keeping import keep
from dragoman.documents.words import Words
from dragoman.knowledge import (
    calendar_words,
    context_words,
    frame_shapes,
    grammar,
    judging,
    ledger_words,
    own_actors,
    pack,
    quantity_words,
    references,
    status,
    theme_words,
    world_shapes,
)
from dragoman.measure.actors import shapes as cases
from dragoman.measure.golden import shapes as golden
from dragoman.records import act
from dragoman.records.event import Found, Judged
from dragoman.records.participant import Alternative, Participant, Rule
from dragoman.views.api.problems import KINDS
from dragoman.views.api.routes import ROUTERS
from dragoman.views.cli.app import EXIT_CODES, app
from dragoman.views.cli.page import Page
from dragoman.views.mcp.tools import TOOLS

ROOT = Path(__file__).resolve().parents[2]
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in sorted(ROOT.glob("docs/**/*.md"))}
README = (ROOT / "README.md").read_text("utf-8")
CLI, PYTHON, RECORDS = (PAGES[f"docs/reference/{name}.md"] for name in ("cli", "python", "records"))
REST = PAGES["docs/reference/rest.md"]
FRAMES, PACKS = PAGES["docs/howto/write-frames.md"], PAGES["docs/reference/packs.md"]

COMMAND = typer.main.get_command(app)


def leaves(path, command):
    """Every command that can be run, by its words; a group such as `actors` is none."""
    for name, one in getattr(command, "commands", {}).items():
        yield from leaves(f"{path} {name}", one) if hasattr(one, "commands") else [(f"{path} {name}", one)]


COMMANDS = {"dragoman": COMMAND, **dict(leaves("dragoman", COMMAND))}

SHAPES = {
    (FRAMES, "A frames file"): frame_shapes.FrameFile,
    (FRAMES, "A frame"): frame_shapes.FrameShape,
    (FRAMES, "A variant"): frame_shapes.VariantShape,
    (FRAMES, "The content of an act of speech"): frame_shapes.ContentShape,
    (FRAMES, "A list file"): frame_shapes.ListFile,
    (FRAMES, "A golden file"): golden.WrittenFile,
    (FRAMES, "A golden sentence"): golden.WrittenSentence,
    (FRAMES, "An expected event"): golden.Expected,
    (PACKS, "pack.yaml"): pack.Head,
    (PACKS, "ontology.yaml"): frame_shapes.OntologyFile,
    (PACKS, "A type of ontology.yaml"): frame_shapes.TypeShape,
    (PACKS, "A mode of ontology.yaml"): frame_shapes.ModeShape,
    (PACKS, "cameo.csv"): frame_shapes.CameoRow,
    (PACKS, "grammar.yaml"): grammar.GrammarFile,
    (PACKS, "judged.yaml"): judging.JudgedFile,
    (PACKS, "Thresholds of judged.yaml"): judging.ThresholdsShape,
    (PACKS, "Weights of judged.yaml"): judging.ConfidenceShape,
    (PACKS, "references.yaml"): references.ReferencesFile,
    (PACKS, "status.yaml"): status.StatusFile,
    (PACKS, "An entry of governing"): status.GoverningEntry,
    (PACKS, "speech.yaml"): status.SpeechFile,
    (PACKS, "dates.yaml"): calendar_words.DatesFile,
    (PACKS, "contexts.yaml"): context_words.ContextsFile,
    (PACKS, "ledger.yaml"): ledger_words._LedgerFile,
    (PACKS, "themes.yaml"): theme_words._ThemesFile,
    (PACKS, "quantities.yaml"): quantity_words._QuantitiesFile,
    (PACKS, "states.csv"): world_shapes.StateRow,
    (PACKS, "A source of pack.yaml"): world_shapes.SourceNote,
    (PACKS, "bodies.csv"): world_shapes.BodyRow,
    (PACKS, "organisations.csv"): world_shapes.OrganisationRow,
    (PACKS, "members.csv"): world_shapes.MemberRow,
    (PACKS, "groups.csv"): world_shapes.GroupRow,
    (PACKS, "people.csv"): world_shapes.PersonRow,
    (PACKS, "tenures.csv"): world_shapes.TenureRow,
    (PACKS, "places.csv"): world_shapes.PlaceRow,
    (PACKS, "not_actors.csv"): world_shapes.PhraseRow,
    (PACKS, "given_names_female.csv"): world_shapes.GivenNameRow,
    (PACKS, "offices.yaml"): world_shapes.OfficeEntry,
    (PACKS, "nouns.yaml"): world_shapes.NounEntry,
    (PACKS, "ambiguous.yaml"): world_shapes.AmbiguousEntry,
    (PACKS, "A reading of ambiguous.yaml"): world_shapes.Reading,
    (PACKS, "descriptions.yaml"): world_shapes.DescriptionsFile,
    (PACKS, "A file of actor cases"): cases.CaseFile,
    (PACKS, "An actor case"): cases.WrittenCase,
    (PACKS, "An ask of an actor case"): cases.Ask,
    (PACKS, "actors.csv"): own_actors.ActorRow,
    (PACKS, "words.yaml"): Words,
}
RECORD_TABLES = (
    dragoman.Event,
    Participant,
    dragoman.DateSpan,
    dragoman.Magnitude,
    dragoman.Why,
    Found,
    Judged,
    Alternative,
    dragoman.Document,
    dragoman.Coded,
    dragoman.Act,
    act.Party,
    act.ActDate,
    act.ActPlace,
    act.ActMagnitude,
    act.Voice,
    act.Standing,
    act.Merge,
)


def section(page, heading):
    """The text under a heading, up to the next heading of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading '{heading}'"
    return re.sub(r"^```.*?^```$", "", found[1], flags=re.MULTILINE | re.DOTALL)


def first_cells(text):
    """The first cell of every row of the tables in a text, without header and rule."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return [row.split("|")[1].strip() for row in rows if "`" in row.split("|")[1]]


def marked(cells):
    """Every word in code marks, the `(…)` of a call and the METAVAR of an option left out."""
    return [re.split(r"[ (]", word)[0] for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def documented(page, heading):
    return marked(first_cells(section(page, heading)))


def options(command):
    found = {name for option in command.params if option.param_type_name == "option" for name in option.opts}
    return sorted(found - {"--help"})


def test_every_command_is_on_the_page_and_no_other():
    assert sorted(re.findall(r"^## `(dragoman(?: [a-z-]+)*)", CLI, re.MULTILINE)) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_on_the_page_and_no_other(name):
    found = re.search(rf"^## `{name}[` ].*?\n(.*?)(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL)
    assert sorted(marked(first_cells(found[1]))) == options(COMMANDS[name])


def test_every_exit_code_is_on_the_page():
    codes = set(re.findall(r"\b(\d) ", EXIT_CODES))
    assert codes == set(re.findall(r"^\| (\d) \|", CLI, re.MULTILINE))


def test_every_variable_of_the_environment_is_on_the_page():
    read = set(re.findall(r"environment\.get\(\"(\w+)\"", Path(settings.__file__).read_text("utf-8")))
    assert read == set(documented(CLI, "Settings"))


@pytest.mark.parametrize(("page", "heading"), [pytest.param(*key, id=key[1]) for key in SHAPES])
def test_every_key_of_a_pack_is_documented_and_no_other(page, heading):
    keys = [field.alias or name for name, field in SHAPES[page, heading].model_fields.items()]
    assert sorted(documented(page, heading)) == sorted(keys)


@pytest.mark.parametrize("record", RECORD_TABLES, ids=lambda record: record.__name__)
def test_every_field_of_a_record_is_documented_and_no_other(record):
    assert sorted(documented(RECORDS, record.__name__)) == sorted(field.name for field in fields(record))


def test_every_rule_by_which_a_mention_is_understood_is_explained():
    assert sorted(documented(RECORDS, "Rules")) == sorted(Rule.__args__)


def test_every_public_name_is_on_the_python_page_and_no_other():
    headings = re.findall(r"^## `(\w+)`", PYTHON, re.MULTILINE)
    tables = [*documented(PYTHON, "Records"), *documented(PYTHON, "Errors")]
    assert sorted([*headings, *tables]) == sorted(dragoman.__all__)


@pytest.mark.parametrize(
    "kind",
    [dragoman.Coder, dragoman.Results, dragoman.Store, dragoman.Desk, dragoman.Answer],
    ids=lambda kind: kind.__name__,
)
def test_every_method_is_on_the_python_page_and_no_other(kind):
    methods = [name for name in dir(kind) if not name.startswith("_")]
    assert sorted(documented(PYTHON, f"`{kind.__name__}`")) == sorted(methods)


def test_every_error_is_on_the_python_page():
    errors = {error for error in vars(errors_module).values() if isinstance(error, type)}
    assert {error.__name__ for error in errors} == set(documented(PYTHON, "Errors"))


@pytest.mark.parametrize("status", [*dragoman.Event.__annotations__["status"].__args__])
def test_every_status_is_explained_and_has_its_rule_in_the_plover_view(status):
    assert status in documented(RECORDS, "Status")
    assert status in documented(RECORDS, "The PLOVER view")


def test_every_make_command_of_the_readme_is_a_target():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = set(re.findall(r"\bmake (demo|test|golden|measure|bench|\w+(?=\s+#))", README))
    assert {"demo", "test"} <= commands <= targets


@pytest.mark.parametrize("page", [*PAGES, "README.md", "examples/README.md"])
def test_every_link_leads_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    targets = [((ROOT / page).parent / link.partition("#")[0] if link[0] != "#" else ROOT / page) for link in links]
    assert [link for link, target in zip(links, targets, strict=True) if not target.exists()] == []
    anchors = [(target, link.partition("#")[2]) for link, target in zip(links, targets, strict=True) if "#" in link]
    assert [anchor for target, anchor in anchors if anchor not in anchors_of(target)] == []


def anchors_of(page):
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_page_is_in_the_index():
    index = PAGES["docs/index.md"]
    assert [page for page in PAGES if page != "docs/index.md" and f"({page.removeprefix('docs/')})" not in index] == []


def printed_table(coder, text, published):
    """The table of `dragoman code`, from its head to its signs, as a terminal of 80 columns shows it."""
    console = Console(file=io.StringIO(), width=80, highlight=False, color_system=None)
    for coded in coder.code(text, published=published).documents:
        console.print(Page(coded, why=False))
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    head = next(place for place, line in enumerate(lines) if line.startswith("no ") or line.strip() == "said")
    table = [*takewhile(lambda line: not line.startswith("●"), lines[head:])]
    return "\n".join(table).rstrip()


def test_the_readme_opens_with_what_the_tool_prints(coder):
    sentence = " ".join(line.removeprefix("> ") for line in README.splitlines() if line.startswith("> "))
    assert printed_table(coder, sentence, "2023-01-26") in README


def test_the_readme_shows_what_its_python_prints(coder):
    text = re.search(r'coder\.code\("([^"]+)", published="2022-07-01"\)', README)[1]
    (event,) = coder.code(text, published="2022-07-01")
    printed = f"{event.type} {event.status} {event.actors[0].id} → {event.recipients[0].id} {event.date.start}"
    assert f"# {printed}" in README


def test_the_python_page_shows_what_its_pipeline_of_spacy_prints(capsys):
    (code,) = re.findall(r"^```python\n(import spacy\n.*?)^```", PYTHON, re.MULTILINE | re.DOTALL)
    import_module("dragoman.component")  # as the entry point does where this version is the one installed
    exec(code, {})
    printed = "".join(f"# {line}\n" for line in capsys.readouterr().out.splitlines())
    assert code.endswith(printed)


def test_the_tutorial_shows_what_the_tool_prints(coder):
    page = PAGES["docs/tutorial/first-article.md"]
    article = re.search(r"^```\n(France will .+?)^```", page, re.MULTILINE | re.DOTALL)[1]
    assert printed_table(coder, article, "2023-09-24") in page
    events = coder.code(article, published="2023-09-24")
    assert "\n".join(f"{event.type} {event.status} {[actor.id for actor in event.actors]}" for event in events) in page


def test_the_guide_to_packs_works_as_written(tmp_path, coder):
    guide = PAGES["docs/howto/lay-a-pack-over.md"]
    for name, content in re.findall(r"^```yaml\n# space/(\S+)\n(.*?)^```", guide, re.MULTILINE | re.DOTALL):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    (event,) = dragoman.load(packs=[tmp_path]).code(
        "Russia docked with China in orbit on Friday.", published="2021-12-10"
    )
    assert (event.type, event.why.frame, event.recipients[0].id) == ("COOPERATE", "dock-with", "CHN")
    (without,) = coder.code("Russia docked with China in orbit on Friday.")
    assert without.why.frame == "judged-consult"


def test_the_guide_to_own_actors_works_as_written(tmp_path):
    guide = PAGES["docs/howto/bring-your-own-actors.md"]
    head = re.search(r"^```yaml\n# mali/pack.yaml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)[1]
    rows = re.search(r"^```csv\n(id,name.*?)^```", guide, re.MULTILINE | re.DOTALL)[1]
    (tmp_path / "pack.yaml").write_text(head, "utf-8")
    (tmp_path / "actors.csv").write_text(rows, "utf-8")
    text, published = re.search(r"^> (.+)\n\npublished on ([\d-]+)", guide, re.MULTILINE).groups()
    events = dragoman.load(packs=[tmp_path]).code(text, published=published)
    table = "\n".join(
        f"{e.type} {[a.id for a in e.actors]} {[a.id for a in e.recipients]} {[a.person for a in e.actors]}"
        for e in events
    )
    assert table in guide


def test_the_guide_to_stores_works_as_written(tmp_path, coder, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    with dragoman.open_store("mystore", create=True) as store:
        list(keep(store, ["examples"], coder=coder))  # as its first command does, but with the coder that is there
    blocks = re.findall(
        r"^```sh\n(?!# a server)(.*?)^```", PAGES["docs/howto/keep-a-store.md"], re.MULTILINE | re.DOTALL
    )
    commands = [shlex.split(line) for line in "".join(blocks).splitlines() if line.startswith("dragoman ")]
    id_ = "none"
    for _, *words in commands:
        done = CliRunner().invoke(
            app, [id_ if word == "ID" else word for word in words], env={"DRAGOMAN_STORE": "mystore"}
        )
        assert (done.exit_code, words) == (0, words), done.output
        assert done.stdout or "--output" in words, words
        id_ = found[0] if (found := re.findall(r"act-\w{16}", done.stdout)) and words[0] == "find" else id_


def test_every_problem_of_the_interface_is_on_its_page_with_its_status():
    rows = re.findall(r"^\| `([\w-]+)` \| (\d+) \|", section(REST, "Problems"), re.MULTILINE)
    assert {kind: int(status) for kind, status in rows} == {kind: status for kind, (status, _) in KINDS.items()}


def test_every_address_of_the_interface_is_on_its_page_with_its_role():
    told = {
        (path, cells[-2].strip())
        for cells in (line.split("|") for line in section(REST, "Addresses").splitlines() if line.startswith("|"))
        for path in re.findall(r"(/[\w{}/]+)", cells[1])
    }
    routes = {(route.path, route.openapi_extra["x-role"]) for router in ROUTERS for route in router.routes}
    assert routes == told - {("/health", "–"), ("/ready", "–")}


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", *PAGES])
def test_no_figure_is_left_to_fill_in(page):
    assert re.findall(r"\{\{[^}]*\}\}", (ROOT / page).read_text("utf-8")) == []


def test_every_tool_for_language_models_is_documented_with_its_arguments():
    rows = dict(re.findall(r"^\| `(\w+)` \| .* \| ([^|]*) \|$", PAGES["docs/reference/mcp.md"], re.MULTILINE))
    tools = {tool.__name__: [f"`{name}`" for name in signature(tool).parameters][1:] for tool in TOOLS.values()}
    assert {name: told.split(", ") for name, told in rows.items()} == tools
