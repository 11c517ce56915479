"""Drafts become events: ids, spans, codes, and what was dropped."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.parses import Passage, coded, content, event, frame, pack_with, passage, readings, variant

from dragoman.events.finder import EventFinder
from dragoman.knowledge.frames import Frame
from dragoman.records.event import Coded

SANCTION = frame("sanction", "SANCTION", verbs="sanction")
IMPOSE = frame("impose", "SANCTION", verbs="impose sanction", recipient=("on",))
VISIT = frame("visit", verbs="visit", mode="visit", contexts=("diplomatic",))
SANCTIONED = "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."
VISITED = "Spain/NNP/nsubj>2 visited=visit/VBD/ROOT Kenya/NNP/dobj>2 ."


def written(read: Passage, frames: Sequence[Frame], *, version: str = "1") -> Coded:
    pack = replace(pack_with(*frames), version=version)
    return EventFinder(pack)(read.document, readings(read, pack=pack))


def id_of(read: Passage, frames: Sequence[Frame] = (SANCTION,), *, version: str = "1") -> str:
    return written(read, frames, version=version).events[0].id


# Ids.


def test_same_text_has_the_same_id() -> None:
    assert id_of(passage(SANCTIONED)) == id_of(passage(SANCTIONED))


def test_other_text_has_another_id() -> None:
    read = passage(SANCTIONED)
    other = replace(read, document=replace(read.document, id="other"))
    assert id_of(read) != id_of(other)


def test_other_version_of_the_pack_has_another_id() -> None:
    assert id_of(passage(SANCTIONED), version="1") != id_of(passage(SANCTIONED), version="2")


def test_other_version_of_dragoman_has_another_id(monkeypatch: pytest.MonkeyPatch) -> None:
    before = id_of(passage(SANCTIONED))
    monkeypatch.setattr("dragoman.events.writing.__version__", "999")
    assert id_of(passage(SANCTIONED)) != before


def test_other_frame_has_another_id() -> None:
    assert id_of(passage(SANCTIONED)) != id_of(passage(SANCTIONED), (replace(SANCTION, id="other"),))


def test_each_act_of_a_document_has_an_id_of_its_own() -> None:
    first, second = coded(SANCTIONED, SANCTIONED, frames=[SANCTION]).events
    assert first.id != second.id


# Spans.


def test_trigger_is_the_words_of_the_phrase() -> None:
    parse = "Japan/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Iran/NNP/pobj>4 ."
    assert coded(parse, frames=[IMPOSE]).events[0].trigger.text == "imposed sanctions"


def test_trigger_of_words_far_apart_is_one_word_of_them() -> None:
    parse = (
        "Japan/NNP/nsubj>2 imposed=impose/VBD/ROOT a/DT/det>9 long/JJ/amod>9 ,/,/punct>9 harsh/JJ/amod>9 "
        "and/CC/cc>6 unprecedented/JJ/conj>6 sanction/NN/dobj>2 on/IN/prep>9 Iran/NNP/pobj>10 ."
    )
    assert len(coded(parse, frames=[IMPOSE]).events[0].trigger.text.split()) == 1


def test_evidence_holds_the_act_and_both_sides() -> None:
    parse = (
        "Snow/NN/nsubj>2 fell=fall/VBD/ROOT and/CC/cc>2 Japan/NNP/nsubj>5 sanctioned=sanction/VBD/conj>2 "
        "Iran/NNP/dobj>5 ."
    )
    (evidence,) = coded(parse, frames=[SANCTION]).events[0].evidence
    assert evidence.text == "Japan sanctioned Iran"


def test_every_span_is_its_slice() -> None:
    read = passage(SANCTIONED, VISITED)
    for each in written(read, [SANCTION, VISIT]).events:
        for span in (each.trigger, *each.evidence, *each.actors, *each.recipients):
            assert read.document.text[span.start : span.end] == span.text


def test_events_are_in_the_order_of_their_triggers() -> None:
    done = coded(VISITED, SANCTIONED, frames=[SANCTION, VISIT])
    assert [each.trigger.text for each in done.events] == ["visited", "sanctioned"]


# Codes.


def test_quad_and_codes_are_those_of_the_ontology() -> None:
    (act,) = coded(SANCTIONED, frames=[SANCTION]).events
    ontology = pack_with().ontology
    assert (act.quad, act.cameo) == ("material_conflict", ontology.types["SANCTION"].cameo)
    assert act.goldstein == ontology.goldstein[act.cameo]


def test_mode_brings_its_own_code() -> None:
    (act,) = coded(VISITED, frames=[VISIT]).events
    assert (act.mode, act.cameo, act.contexts) == ("visit", "042", ("diplomatic",))


def test_variant_wins_over_its_frame_and_adds_contexts() -> None:
    arms = variant({"done-to": ("country",)}, mode="phone", cameo="041", contexts=("military", "diplomatic"))
    (act,) = coded(VISITED, frames=[replace(VISIT, variants=(arms,))]).events
    assert (act.mode, act.cameo, act.contexts) == ("phone", "041", ("diplomatic", "military"))


def test_variant_may_bring_another_type() -> None:
    other = variant({"done-to": ("country",)}, type="AID")
    (act,) = coded(VISITED, frames=[replace(VISIT, variants=(other,))]).events
    assert (act.type, act.quad) == ("AID", "material_cooperation")


def test_mode_that_the_type_does_not_have_is_left_out() -> None:
    (act,) = coded(SANCTIONED, frames=[replace(SANCTION, mode="visit")]).events
    assert act.mode is None


# Why, and why not.


def test_event_names_file_line_and_frame() -> None:
    (act,) = coded(SANCTIONED, frames=[replace(SANCTION, line=12)]).events
    assert (act.why.file, act.why.line, act.why.frame) == ("frames/sanction.yaml", 12, "sanction")


def test_event_says_how_its_participants_were_found() -> None:
    (act,) = coded(SANCTIONED, frames=[SANCTION]).events
    assert [step.split(":")[0] for step in act.why.steps] == ["'Japan' is JPN", "'Iran' is IRN"]


def test_misfit_is_told_with_its_reason() -> None:
    (dropped,) = coded(SANCTIONED, frames=[replace(SANCTION, exceptions={"done-to": ("iran",)})]).dropped
    assert (dropped.frame, dropped.trigger.text) == ("sanction", "sanctioned")
    assert "excludes" in dropped.reason


def test_nothing_points_to_what_was_dropped() -> None:
    parse = "Iran/NNP/nsubj>2 threatened=threaten/VBD/ROOT to/TO/aux>4 sanction/VB/xcomp>2 Japan/NNP/dobj>4 ."
    threaten = frame("threaten", "THREATEN", verbs="threaten", content=content("threatened", keep="speech"))
    done = coded(parse, frames=[threaten, SANCTION])
    ids = {each.id for each in done.events}
    for each in done.events:
        assert {each.content_of, each.part_of, each.same_as} <= {*ids, None}


@pytest.mark.parametrize("kind", ["byline", "credit", "boilerplate", "kicker", "section"])
def test_lines_around_the_article_tell_no_acts(kind: str) -> None:
    assert coded(f"[{kind}] {SANCTIONED}", frames=[SANCTION]).events == ()


def test_content_points_to_the_act_of_speech() -> None:
    parse = "Kyiv/NNP/nsubj>2 urged=urge/VBD/ROOT Japan/NNP/dobj>2 to/TO/aux>5 sanction/VB/xcomp>2 Iran/NNP/dobj>5 ."
    urge = frame("urge", "REQUEST", verbs="urge", content=content("requested", by="recipient"))
    done = coded(parse, frames=[urge, SANCTION])
    assert event(done, "sanction").content_of == event(done, "urged").id
