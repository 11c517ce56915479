import pytest

from dragoman.measure.golden import Expected, GoldenSentence, code_golden, judge
from dragoman.measure.golden.shapes import WrittenSentence
from dragoman.records.event import Link
from dragoman.records.span import DateSpan, Magnitude, Place

TEXT = "Ghana promised Togo on Friday, for the first time, to send 300 to 400 engineers and to visit Lomé."


@pytest.fixture
def text(writer):
    return writer(TEXT)


def sentence(*expected, **more):
    events = tuple(Expected.model_validate(one) for one in expected)
    return GoldenSentence(file="aid.yaml", line=3, written=WrittenSentence(text=TEXT, events=events, **more))


def holds(text, expected):
    return judge(sentence(expected), text.coded.events).holds


@pytest.fixture
def pledge(text):
    day = DateSpan(start="2018-05-04", end="2018-05-04", precision="day", text=text.span("Friday"))
    figure = text.span("300 to 400 engineers")
    speech = text.event("AGREE", ["GHA GOV"], ["TGO GOV"], "promised", id="speech")
    return text.event(
        "AID",
        ["GHA GOV"],
        ["TGO GOV"],
        "send 300 to 400 engineers",
        trigger="send",
        id="aid",
        status="pledged",
        mode="military-aid",
        contexts=("military", "economic"),
        date=day,
        place=Place(name="Lomé", country="TGO", precision="city", text=text.span("Lomé")),
        magnitudes=(Magnitude(low=300.0, best=350.0, high=400.0, unit="engineers", approximate=False, text=figure),),
        firsts=(text.span("for the first time"),),
        said_by=["GHA GOV"],
        content_of=speech.id,
        links=(Link(kind="because_of", event=speech.id, cue=text.span("and")),),
    )


@pytest.mark.usefixtures("pledge")
@pytest.mark.parametrize(
    "written",
    [
        {"type": "AID"},
        {"mode": "military-aid"},
        {"status": "pledged"},
        {"actor": "GHA", "type": "AID"},
        {"actor": "GHA GOV", "type": "AID"},
        {"date": "2018-05-04"},
        {"due": "none", "type": "AID"},
        {"place": "lomé"},
        {"place": "Lomé, TGO"},
        {"said_by": "GHA"},
        {"content_of": "AGREE"},
        {"content_of": "promised"},
        {"part_of": "none", "type": "AID"},
        {"trigger": "send"},
        {"contexts": "military"},
        {"magnitude": "350"},
        {"magnitude": ["300", "400"]},
        {"first": "first time"},
        {"link": "because_of"},
        {"historical": "no", "type": "AID"},
    ],
)
def test_what_is_written_and_so_is_enough(text, written):
    assert judge(sentence(written, {"type": "AGREE"}), text.coded.events).holds


@pytest.mark.usefixtures("pledge")
@pytest.mark.parametrize(
    "written",
    [
        {"type": "COOPERATE"},
        {"mode": "none"},
        {"status": "occurred"},
        {"actor": "GHA MIL"},
        {"actor": ["GHA", "BEN"]},
        {"recipient": "none"},
        {"date": "2018-05"},
        {"date": "none"},
        {"date": "relative"},
        {"place": "Kara"},
        {"place": "Lomé, GHA"},
        {"said_by": "none"},
        {"content_of": "REQUEST"},
        {"content_of": "none"},
        {"part_of": "AGREE"},
        {"trigger": "visit"},
        {"contexts": "legal"},
        {"contexts": "none"},
        {"magnitude": "500"},
        {"first": "since 1999"},
        {"link": "despite"},
        {"historical": "yes"},
        {"person": "Akufo-Addo"},
    ],
)
def test_what_is_written_and_not_so_fails(text, written):
    assert not judge(sentence({"type": "AID", **written}, {"type": "AGREE"}), text.coded.events).holds


@pytest.mark.usefixtures("pledge")
def test_an_event_that_is_not_expected_fails_unless_more_are_allowed(text):
    assert not judge(sentence({"type": "AID"}), text.coded.events).holds
    assert judge(sentence({"type": "AID"}, more=True), text.coded.events).holds


@pytest.mark.usefixtures("pledge")
def test_where_no_event_is_expected_any_fails(text):
    assert not judge(sentence(), text.coded.events).holds
    assert judge(sentence(), ()).holds


def test_a_vague_expectation_leaves_the_event_that_an_exact_one_needs(text):
    text.event("AID", ["GHA"], [], "send")
    text.event("AID", ["TGO"], [], "visit")
    assert judge(sentence({"type": "AID"}, {"type": "AID", "actor": "GHA"}), text.coded.events).holds


@pytest.mark.usefixtures("pledge")
def test_a_failure_shows_the_sentence_the_expected_and_the_coded(text):
    shown = str(judge(sentence({"type": "AID", "actor": "GHA", "recipient": "BEN"}, more=True), text.coded.events))
    assert shown.splitlines()[:3] == [
        f"aid.yaml:3: {TEXT}",
        "expected:",
        "  - {type: AID, actor: GHA, recipient: BEN}   nearest differs in recipient",
    ]
    assert '  + GHA GOV → AID/military-aid (pledged) → TGO GOV, "send"' in shown


def test_a_gap_that_holds_is_closed():
    assert judge(sentence(gap="needs the sentence before"), ()).closed_gap
    assert not judge(sentence({"type": "AID"}, gap="needs the sentence before"), ()).closed_gap


def test_each_sentence_is_coded_as_a_document_of_its_own(writer):
    given = []

    def code(passages):
        given.extend(passages)
        return {passages[1].id: writer(TEXT).coded}

    verdicts = code_golden([sentence(published="2018-05-06"), sentence()], code)
    assert [passage.published for passage in given] == ["2018-05-06", None]
    assert given[0].id != given[1].id
    assert all(verdict.holds for verdict in verdicts)
