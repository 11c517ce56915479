from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Story

from dragoman.differing import Count, Turn, compare, differ, differ_in_order
from dragoman.errors import SourceError
from dragoman.exports.jsonlines import event_line, read_events
from dragoman.records.event import Link
from dragoman.records.span import Place

VISIT = "On Monday Scholz met Macron in Paris, and Berlin accused Moscow of sabotage."
PLEDGE = "Norway pledged 14 tanks to Kyiv."


@pytest.fixture
def visit(story):
    it = story(VISIT)
    scholz, macron = it.state("Scholz", "DEU", sector="GOV"), it.state("Macron", "FRA", sector="GOV")
    met = it.act("CONSULT", "met", actors=(scholz, macron), date=it.day("On Monday", "2023-01-23"))
    it.act("ACCUSE", "accused", actors=(it.state("Berlin", "DEU"),), recipients=(it.state("Moscow", "RUS"),))
    it.events[1] = replace(
        it.events[1], links=(Link(kind="followed_by", event=met.id, cue=it.words("and")),), part_of=met.id
    )
    return it


def anew(event, **given):
    """The event as another version writes it: under another id."""
    return replace(event, id=f"{event.id}-anew", **given)


def all_anew(events):
    """The events as another version writes them, with their ties to one another."""
    return [
        anew(
            event,
            part_of=event.part_of and f"{event.part_of}-anew",
            links=tuple(replace(link, event=f"{link.event}-anew") for link in event.links),
        )
        for event in events
    ]


def fields_of(before, after):
    (change,) = differ([before], [after]).changed
    return change.fields


def test_same_events_under_other_ids_are_the_same(visit):
    difference = differ(visit.events, all_anew(visit.events))
    assert difference.count == Count(same=2)
    assert not difference.by_document
    assert not difference.changed


def test_ties_to_other_events_are_compared_by_which_event_is_meant(visit):
    met, accused = all_anew(visit.events)
    difference = differ(visit.events, [met, replace(accused, part_of=None, links=())])
    assert [change.fields for change in difference.changed] == [("part_of", "links")]
    assert difference.by_field == {"links": 1, "part_of": 1}


def test_event_without_its_like_is_new_or_gone(visit):
    met, accused = visit.events
    difference = differ([met], [replace(anew(accused), part_of=None, links=())])
    assert difference.count == Count(new=1, gone=1)
    assert [event.type for event in difference.new] == ["ACCUSE"]
    assert [event.type for event in difference.gone] == ["CONSULT"]
    assert difference.by_type == {"ACCUSE": Count(new=1), "CONSULT": Count(gone=1)}
    assert difference.by_document == {met.document: Count(new=1, gone=1)}


def test_longer_trigger_is_the_same_event_with_another_trigger(visit):
    met = visit.events[0]
    longer = visit.words("met Macron")
    assert fields_of(met, anew(met, trigger=longer)) == ("trigger",)


def test_other_type_on_one_trigger_is_a_change_that_is_told_as_a_turn(visit):
    met = visit.events[0]
    difference = differ([met], [anew(met, type="AGREE", status="planned")])
    assert difference.count == Count(changed=1)
    assert difference.by_type == {"CONSULT": Count(changed=1)}
    assert difference.turns == (
        Turn(field="status", before="occurred", after="planned", number=1),
        Turn(field="type", before="CONSULT", after="AGREE", number=1),
    )


def test_of_two_events_on_one_trigger_the_one_of_the_same_type_is_the_same(visit):
    met = visit.events[0]
    agreed = replace(met, id="other", type="AGREE")
    difference = differ([met], [anew(agreed), anew(met)])
    assert difference.count == Count(new=1, same=1)
    assert [event.type for event in difference.new] == ["AGREE"]


def test_as_many_events_as_possible_are_paired(visit):
    """The longer trigger could be that of either event, but only this way each finds its own."""
    met = visit.events[0]
    in_paris = replace(met, id="other", trigger=visit.words("in Paris"))
    whole = visit.words("met Macron in Paris")
    difference = differ([met, in_paris], [anew(met, trigger=whole), replace(met, id="third")])
    assert difference.count == Count(changed=1, same=1)


def test_whoever_is_meant_counts_not_the_words_that_name_them(visit):
    met = visit.events[0]
    scholz, macron = met.actors
    renamed = replace(scholz, name="Germany", text="On Monday Scholz", start=0)
    assert differ([met], [anew(met, actors=(macron, renamed))]).count == Count(same=1)
    assert fields_of(met, anew(met, actors=(scholz,), recipients=(macron,))) == ("actors", "recipients")
    assert fields_of(met, anew(met, actors=(replace(scholz, sector=None), macron))) == ("actors",)


def test_each_field_that_differs_is_named(visit):
    met = visit.events[0]
    paris = Place(name="Paris", country="FRA", precision="city", text=visit.words("Paris"))
    assert fields_of(met, anew(met, place=paris, date=None)) == ("date", "place")
    assert fields_of(met, anew(met, mode="visit", contexts=("diplomatic",))) == ("mode", "contexts")
    assert fields_of(met, anew(met, evidence=(visit.words("Scholz met Macron"),))) == ("evidence",)


def test_confidence_counts_only_where_it_moves_by_a_twentieth(visit):
    met = visit.events[0]
    assert differ([met], [anew(met, confidence=met.confidence + 0.02)]).count == Count(same=1)
    assert fields_of(met, anew(met, confidence=met.confidence - 0.2)) == ("confidence",)


def test_documents_are_kept_apart(visit, story):
    other = story(PLEDGE)
    other = replace(other.act("AID", "pledged"), trigger=visit.events[0].trigger, type="CONSULT")
    difference = differ(visit.events[:1], [other])
    assert difference.count == Count(new=1, gone=1)
    assert list(difference.by_document) == sorted([visit.document.id, other.document])


def test_lists_may_be_short_while_counts_are_whole(visit, story):
    pledge = story(PLEDGE)
    pledge.act("AID", "pledged")
    events = [*visit.events, *pledge.events]
    difference = differ([], events, listed=1)
    assert difference.count == Count(new=3)
    assert len(difference.new) == 1
    assert (difference.count.before, difference.count.after) == (0, 3)


def test_events_in_order_need_no_sorting_and_others_are_refused(visit, story):
    pledge = story(PLEDGE)
    pledge.act("AID", "pledged")
    ordered = sorted([*visit.events, *pledge.events], key=lambda event: event.document)
    assert differ_in_order(ordered, ordered).count == Count(same=3)
    with pytest.raises(SourceError, match="sort them by document"):
        differ_in_order(ordered[::-1], [])


def test_two_files_of_events_can_be_compared(visit):
    old = [event_line(event, source_id="wire-1") for event in visit.events]
    new = [event_line(event) for event in all_anew(visit.events)[:1]]
    assert differ(read_events(old), read_events(new)).count == Count(gone=1, same=1)


def test_every_event_is_told_once_in_the_order_of_the_text(visit):
    met, accused = visit.events
    compared = list(compare([accused, met], [anew(met)]))
    assert [(one.fate, (one.before or one.after).type) for one in compared] == [
        ("same", "CONSULT"),
        ("gone", "ACCUSE"),
    ]


TEXT = "Scholz and Macron met in Paris on Monday and agreed to send tanks to Kyiv."


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_difference_is_the_same_in_any_order(first, second):
    one = Story(TEXT)
    many = [
        replace(one.act("AGREE", "met"), id=f"{type_}{start}{end}", type=type_, trigger=one.document.span(start, end))
        for type_ in ("AGREE", "AID")
        for start in (0, 4, 8)
        for end in (11, 14)
    ]
    usual = differ(many[:6], map(anew, many[6:]))
    assert usual.count == Count(changed=6)
    assert differ([many[at] for at in first], [anew(many[at + 6]) for at in second]) == usual
