import json

import pytest

from dragoman.errors import SourceError
from dragoman.measure.sentences import read_gold_sentences, score_sentences


def actor(code, *others, text="", **place):
    return {"text": text or code, "code": code, "ids": [code, *others] if code else [], **place}


def line(id_, type_, actors, recipients, **more):
    return {
        "id": id_,
        "text": more.pop("text", f"Sentence {id_}."),
        "type": type_,
        "actors": [one if isinstance(one, dict) else actor(one) for one in actors],
        "recipients": [one if isinstance(one, dict) else actor(one) for one in recipients],
        **more,
    }


@pytest.fixture
def score(tmp_path):
    def run(lines, coded, **options):
        file = tmp_path / "set.jsonl"
        file.write_text("\n".join(json.dumps(one) for one in lines), "utf-8")
        return score_sentences("set", read_gold_sentences(file), coded, **options)

    return run


@pytest.fixture
def event(writer):
    def make(type_, actors, recipients, **fields):
        return writer("They acted.").event(type_, actors, recipients, "acted", **fields)

    return make


def right(report):
    return [score.right for score in report.levels.values()]


def test_type_who_and_whom_are_scored_each(score, event):
    lines = [line("1", "AID", ["SWE"], ["KEN"])]
    assert right(score(lines, {"1": [event("AID", ["SWE"], ["KEN"])]})) == [1, 1, 1]
    assert right(score(lines, {"1": [event("AID", ["SWE"], ["UGA"])]})) == [1, 1, 0]
    assert right(score(lines, {"1": [event("AID", ["NOR"], ["KEN"])]})) == [1, 0, 0]
    assert right(score(lines, {"1": [event("COOPERATE", ["SWE"], ["KEN"])]})) == [0, 0, 0]


def test_an_allowed_type_is_right_unless_strict_and_never_by_type(score, event):
    lines = [line("1", "SANCTION", ["SWE"], ["KEN"], type_alt=["COERCE"])]
    coded = {"1": [event("COERCE", ["SWE"], ["KEN"])]}
    assert right(score(lines, coded)) == [1, 1, 1]
    assert right(score(lines, coded, strict=True)) == [0, 0, 0]
    assert score(lines, coded).by_type["COERCE"].right == 0


def test_a_side_that_the_gold_leaves_empty_takes_any(score, event):
    lines = [line("1", "AID", ["SWE"], [])]
    assert right(score(lines, {"1": [event("AID", ["SWE"], ["UGA"])]})) == [1, 1, 1]


def test_a_reciprocal_event_may_change_its_sides(score, event):
    lines = [line("1", "CONSULT", ["SWE"], ["KEN"], reciprocal=True)]
    assert right(score(lines, {"1": [event("CONSULT", ["KEN"], ["SWE"])]})) == [1, 1, 1]
    assert right(score(lines, {"1": [event("CONSULT", ["KEN", "SWE"], [])]})) == [1, 1, 1]


def test_other_events_may_not_change_their_sides(score, event):
    lines = [line("1", "CONSULT", ["SWE"], ["KEN"])]
    assert right(score(lines, {"1": [event("CONSULT", ["KEN"], ["SWE"])]})) == [1, 0, 0]


def test_of_parties_on_one_side_one_is_enough_for_who_and_two_for_whom(score, event):
    lines = [line("1", "CONSULT", ["SWE", "KEN"], [])]
    assert right(score(lines, {"1": [event("CONSULT", ["SWE"], ["UGA"])]})) == [1, 1, 0]
    assert right(score(lines, {"1": [event("CONSULT", ["SWE"], ["KEN"])]})) == [1, 1, 1]


def test_a_mirrored_pair_is_one_event(score, event):
    lines = [line("1", "CONSULT", ["SWE", "KEN"], [])]
    coded = {"1": [event("CONSULT", ["SWE"], ["KEN"]), event("CONSULT", ["KEN"], ["SWE"])]}
    assert score(lines, coded).levels["type"].coded == 1


def test_an_event_coded_twice_is_one_event(score, event):
    lines = [line("1", "AID", ["SWE"], ["KEN"])]
    coded = {"1": [event("AID", ["SWE"], ["KEN"]), event("AID", ["SWE"], ["KEN"])]}
    assert score(lines, coded).levels["type"].coded == 1


def test_lines_of_one_text_are_one_sentence(score, event):
    lines = [line("1", "AID", ["SWE"], ["KEN"], text="A  b."), line("2", "COERCE", ["SWE"], ["KEN"], text="A b.")]
    coded = {"1": [event("AID", ["SWE"], ["KEN"])], "2": [event("AID", ["SWE"], ["KEN"])]}
    report = score(lines, coded)
    assert (report.units, report.levels["type"].coded, report.levels["type"].gold) == (1, 1, 2)


def test_two_gold_events_need_two_coded_ones(score, event):
    one = {"type": "AID", "actors": [actor("SWE")], "recipients": [actor("KEN")]}
    lines = [{"id": "1", "text": "They acted.", "events": [one, {**one, "actors": [actor("NOR")]}]}]
    report = score(lines, {"1": [event("AID", ["SWE", "NOR"], ["KEN"])]})
    assert (right(report)[0], report.levels["type"].gold) == (1, 2)


def test_a_sentence_without_events_makes_what_is_coded_false(score, event):
    report = score([{"id": "1", "text": "They slept.", "events": []}], {"1": [event("AID", ["SWE"], [])]})
    assert (report.levels["type"].coded, report.levels["type"].gold) == (1, 0)
    assert report.misses[0].stopped_at == "false"


def test_the_joint_category_takes_both_of_its_types(score, event):
    lines = [line("1", "YIELD", ["SWE"], []), line("2", "YIELD", ["SWE"], [])]
    coded = {"1": [event("CONCEDE", ["SWE"], [])], "2": [event("RETREAT", ["SWE"], [])]}
    assert right(score(lines, coded))[0] == 2


@pytest.mark.parametrize(
    ("gold", "coded", "agrees"),
    [
        (actor("KEN"), "KENGOV", True),
        (actor("UGA"), "KENGOV", False),
        (actor("IGO", "NATO"), "NATO", True),
        (actor("IGO", "NATO", "NAT"), "IGOUNO", False),
        (actor("IGO"), "IGOUNO", True),
        (actor("TLS"), "TMP", True),
        (actor("CIV"), "USACIV", False),
        (actor("CIV"), "CIV", True),
        (actor("SWE"), "GOV", False),
    ],
)
def test_codes_agree_on_who_and_not_on_what_kind(score, event, gold, coded, agrees):
    assert right(score([line("1", "AID", [gold], [])], {"1": [event("AID", [coded], [])]}))[1] == int(agrees)


def test_a_participant_without_a_code_is_compared_by_its_place(score, event):
    there, elsewhere = actor("", text="They", start=0, end=4), actor("", text="They", start=5, end=10)
    coded = {"1": [event("AID", ["They"], [])]}
    assert right(score([line("1", "AID", [there], [])], coded))[1] == 1
    assert right(score([line("1", "AID", [elsewhere], [])], coded))[1] == 0


def test_a_participant_without_code_and_place_is_compared_by_its_words(score, event):
    coded = {"1": [event("AID", ["Rebels"], [])]}
    assert right(score([line("1", "AID", [actor("", text="the rebels of the north")], [])], coded))[1] == 1
    assert right(score([line("1", "AID", [actor("", text="the police")], [])], coded))[1] == 0


def test_misses_say_at_which_level_the_nearest_event_stops(score, event):
    report = score([line("1", "AID", ["SWE"], ["KEN"])], {"1": [event("AID", ["SWE"], ["UGA"])]})
    assert [(miss.where, miss.stopped_at, miss.coded) for miss in report.misses] == [
        ("1", "whom", "SWE → AID (occurred) → UGA")
    ]


def test_a_line_that_is_no_sentence_is_an_error_with_its_number(tmp_path):
    file = tmp_path / "set.jsonl"
    file.write_text('{"id": "1", "text": "They acted."}\n{"id": "2"}\n', "utf-8")
    with pytest.raises(SourceError, match=r"set\.jsonl:2: "):
        read_gold_sentences(file)
