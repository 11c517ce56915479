import pytest

from dragoman.errors import SourceError
from dragoman.measure.documents import Rules, read_gold_document, score_document
from dragoman.records.span import DateSpan

TEXT = (
    "Estonia expelled two diplomats of Belarus on 4 March 2021. Its government urged Latvia to close the border "
    "crossing, and promised to send generators to Moldova. A planned round of talks was called off. "
    "Latvia met Estonia in Riga.\n"
)

GOLD = """
document: border
text: border.txt
published: 2021-03-05
aliases: {MDA: [republic-of-moldova]}
ledger: {asks: []}
events:
- {id: a, quote: expelled two diplomats of Belarus, type: COERCE, alt: [SANCTION], status: occurred, actors: [EST],
   recipients: [BLR], date: '2021-03-04', core: true}
- {id: b, quote: urged Latvia to close the border crossing, type: REQUEST, status: occurred, actors: [EST],
   recipients: [LVA], core: true}
- {id: c, quote: close the border crossing, type: SANCTION, status: requested, actors: [LVA],
   recipients: [], core: false}
- {id: d, quote: promised to send generators to Moldova, type: AID, alt: [AGREE], status: pledged, actors: [EST],
   recipients: [MDA], core: true}
- {id: e, quote: A planned round of talks was called off, type: CONSULT, alt: [REJECT], status: cancelled,
   actors: [EST], core: true}
- {id: f, quote: Latvia met Estonia in Riga, type: CONSULT, status: occurred, actors: [LVA],
   recipients: [EST], core: true}
"""


@pytest.fixture
def gold(tmp_path):
    (tmp_path / "border.txt").write_text(TEXT, "utf-8")
    (tmp_path / "border.gold.yaml").write_text(GOLD, "utf-8")
    return read_gold_document(tmp_path / "border.gold.yaml")


@pytest.fixture
def text(writer):
    return writer(TEXT)


def right(report):
    return [score.right for score in report.levels.values()]


def test_the_gold_event_itself_is_right_at_every_level(gold, text):
    text.event("COERCE", ["EST"], ["BLR"], "expelled two diplomats of Belarus")
    report = score_document(gold, text.coded)
    assert right(report) == [1, 1, 1, 1]
    assert (report.levels["type"].coded, report.levels["type"].gold) == (1, 5)


def test_an_alternative_type_is_right_unless_strict(gold, text):
    text.event("SANCTION", ["EST"], ["BLR"], "expelled two diplomats")
    assert right(score_document(gold, text.coded))[0] == 1
    assert right(score_document(gold, text.coded, rules=Rules(strict=True)))[0] == 0


def test_without_an_overlap_of_words_nothing_matches(gold, text):
    text.event("COERCE", ["EST"], ["BLR"], "Its government")
    report = score_document(gold, text.coded)
    assert right(report) == [0, 0, 0, 0]
    assert report.levels["type"].coded == 1


@pytest.mark.parametrize(
    ("who", "whom", "status", "expected"),
    [
        (["LTU"], ["LVA"], "occurred", [1, 0, 0, 0]),
        (["EST"], ["LTU"], "occurred", [1, 1, 0, 0]),
        (["EST"], ["LVA"], "planned", [1, 1, 1, 0]),
        (["EST", "LTU"], ["LTU", "LVA"], "occurred", [1, 1, 1, 1]),
    ],
)
def test_levels_are_who_whom_and_status_in_this_order(gold, text, *, who, whom, status, expected):
    text.event("REQUEST", who, whom, "urged Latvia", status=status)
    assert right(score_document(gold, text.coded)) == expected


def test_actor_and_recipient_of_a_symmetric_type_may_change_places(gold, text):
    text.event("CONSULT", ["EST"], ["LVA"], "Latvia met Estonia")
    assert right(score_document(gold, text.coded)) == [1, 1, 1, 1]


def test_actor_and_recipient_of_other_types_may_not_change_places(gold, text):
    text.event("REQUEST", ["LVA"], ["EST"], "urged Latvia")
    assert right(score_document(gold, text.coded)) == [1, 0, 0, 0]


def test_a_gold_event_without_recipients_takes_any(gold, text):
    text.event("CONSULT", ["EST"], ["BLR"], "round of talks", status="cancelled")
    assert right(score_document(gold, text.coded)) == [1, 1, 1, 1]


def test_other_names_of_a_participant_count(gold, text):
    text.event("AID", ["EST"], ["Republic-of-Moldova"], "send generators", status="pledged")
    assert right(score_document(gold, text.coded)) == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("type_", "words"),
    [("AGREE", "promised to send generators to Moldova"), ("REJECT", "A planned round of talks was called off")],
)
def test_the_act_of_speech_that_plover_writes_counts_unless_strict(gold, text, type_, words):
    text.event(type_, ["EST"], ["MDA"], words)
    assert right(score_document(gold, text.coded)) == [1, 1, 1, 1]
    assert right(score_document(gold, text.coded, rules=Rules(strict=True))) == [0, 0, 0, 0]


def test_speech_and_content_of_one_gold_entry_are_one_right_and_a_second_reading(gold, text):
    text.event("AGREE", ["EST"], ["MDA"], "promised to send generators to Moldova")
    text.event("AID", ["EST"], ["MDA"], "send generators to Moldova", status="pledged")
    report = score_document(gold, text.coded)
    assert right(report) == [1, 1, 1, 1]
    assert report.levels["type"].coded == 1


def test_the_same_event_coded_twice_is_once_right_and_once_false(gold, text):
    text.event("COERCE", ["EST"], ["BLR"], "expelled two diplomats")
    text.event("COERCE", ["EST"], ["BLR"], "diplomats of Belarus")
    report = score_document(gold, text.coded)
    assert (report.levels["type"].right, report.levels["type"].coded) == (1, 2)


def test_a_further_mention_marked_as_such_is_merged_and_not_false(gold, text):
    first = text.event("COERCE", ["EST"], ["BLR"], "expelled two diplomats")
    text.event("COERCE", ["EST"], ["BLR"], "in Riga", same_as=first.id)
    assert score_document(gold, text.coded).levels["type"].coded == 1


def test_an_event_that_is_not_core_is_neither_right_nor_false(gold, text):
    text.event("SANCTION", ["LVA"], [], "close the border crossing", status="requested")
    report = score_document(gold, text.coded)
    assert (report.levels["type"].right, report.levels["type"].coded) == (0, 0)
    assert report.all_levels["status"].right == 1


def test_evidence_of_a_whole_sentence_overlaps_nothing_by_itself_with_trigger_only(gold, text):
    sentence = "Its government urged Latvia to close the border "
    text.event("REQUEST", ["EST"], ["LVA"], sentence, trigger="government")
    assert right(score_document(gold, text.coded))[0] == 1
    assert right(score_document(gold, text.coded, rules=Rules(trigger_only=True)))[0] == 0


def test_words_are_found_though_the_clean_text_has_other_offsets_and_white_space(gold, text, lost_span):
    text.event("COERCE", ["EST"], ["BLR"], "Riga", evidence=(lost_span("expelled  two\ndiplomats"),))
    assert right(score_document(gold, text.coded)) == [1, 1, 1, 1]


def test_words_that_are_not_in_the_text_overlap_nothing(gold, text, lost_span):
    nowhere = lost_span("expelled an envoy")
    text.event("COERCE", ["EST"], ["BLR"], "Riga", evidence=(nowhere,))
    assert right(score_document(gold, text.coded)) == [0, 0, 0, 0]


def test_dates_that_the_text_states_are_scored_apart(gold, text):
    day = DateSpan(start="2021-03-04", end="2021-03-04", precision="day", text=text.span("4 March 2021"))
    text.event("COERCE", ["EST"], ["BLR"], "expelled two diplomats", date=day)
    dates = score_document(gold, text.coded).dates
    assert list(dates) == ["dates stated"]
    assert dates["dates stated"].exact == 1


def test_misses_name_the_event_where_it_stopped_and_its_words(gold, text):
    text.event("REQUEST", ["EST"], ["LTU"], "urged Latvia")
    misses = {miss.where: miss for miss in score_document(gold, text.coded).misses}
    assert misses["border b core"].stopped_at == "whom"
    assert misses["border b core"].expected == "EST → REQUEST (occurred) → LVA"
    assert misses["border a core"].stopped_at == "found"
    assert "border c" in misses


def test_scores_by_type_count_core_events_of_the_gold_and_what_is_false(gold, text):
    text.event("COERCE", ["EST"], ["BLR"], "expelled two diplomats")
    text.event("ASSAULT", ["EST"], ["BLR"], "in Riga")
    by_type = score_document(gold, text.coded).by_type
    assert (by_type["COERCE"].f1, by_type["ASSAULT"].coded, by_type["CONSULT"].gold) == (1.0, 1, 2)
    assert "SANCTION" not in by_type


def test_a_quote_that_is_not_in_the_text_is_an_error_with_its_event(tmp_path):
    (tmp_path / "border.txt").write_text(TEXT, "utf-8")
    file = tmp_path / "border.gold.yaml"
    file.write_text(GOLD.replace("expelled two", "expelled three"), "utf-8")
    with pytest.raises(SourceError, match="the quote of a is not in the text"):
        read_gold_document(file)
