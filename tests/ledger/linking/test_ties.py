"""What a later act would do to an entry, from who acts, in which words, to whom."""

import pytest

from dragoman.ledger.book import made_by
from dragoman.ledger.linking.signs import entry_side
from dragoman.ledger.linking.ties import tie_of
from dragoman.ledger.roll import roll_of


@pytest.fixture
def tie(story, deeds, words):
    """What an act does to the entry of that kind which another one makes; sides are Peru and Chile."""

    def told(kind, first, then):
        before, after = (_story(story, day, **given) for day, given in (("2023-02-01", first), ("2023-09-01", then)))
        roll = roll_of(deeds(before, after))
        document = before.coded.document.id
        (entry,) = [one for one in made_by(roll, words) if one.kind == kind and one.what.document == document]
        return tie_of(entry, entry_side(entry, roll, words), after.events[0], words)

    return told


def _story(story, day, *, text, type_, trigger, by, to=(), on=None, **given):
    it = story(text, published=day)
    names = {"Peru": "PER", "Chile": "CHL", "Bolivia": "BOL"}
    actors, recipients = (tuple(it.state(name, names[name]) for name in side) for side in (by, to))
    date = it.day(on[0], on[1]) if on else None
    it.act(
        type_, trigger, actors=actors, recipients=recipients, date=date, evidence=(it.words(text.rstrip(".")),), **given
    )
    return it


PROMISE = {
    "text": "Peru will withdraw its troops from Chile.", "type_": "RETREAT", "trigger": "withdraw", "by": ["Peru"],
    "to": ["Chile"], "status": "pledged",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "expected"),
    [
        ("Peru has withdrawn its men from Chile.", "withdrawn", "REJECT", "fulfils"),
        ("Peru failed to withdraw its troops from Chile.", "failed to withdraw", "RETREAT", "breaks"),
        ("Peru violated its word toward Chile.", "violated", "REJECT", "breaks"),
        ("Peru abandoned the plan for Chile.", "abandoned", "RETREAT", "withdraws"),
    ],
)
def test_who_promised_to_withdraw_keeps_it_by_withdrawing(tie, text, trigger, type_, expected):
    then = {"text": text, "type_": type_, "trigger": trigger, "by": ["Peru"], "to": ["Chile"]}
    assert tie("commitment", PROMISE, then) == expected


ASK = {
    "text": "Peru asked Chile for dams.", "type_": "REQUEST", "trigger": "asked", "by": ["Peru"], "to": ["Chile"],
}  # fmt: skip


def test_whoever_is_asked_and_asks_for_something_himself_does_not_answer_by_it(tie):
    then = {**ASK, "text": "Chile asked Peru for dams too.", "by": ["Chile"], "to": ["Peru"]}
    assert tie("ask", ASK, then) is None


def test_a_text_that_looks_back_at_the_very_request_does_nothing(tie):
    first = {**ASK, "text": "Peru asked Chile for dams in January.", "on": ("in January", "2023-01-15")}
    then = {**first, "text": "In January Peru asked Chile for dams.", "on": ("In January", "2023-01-15")}
    assert tie("ask", first, then) is None
    assert tie("ask", ASK, {**ASK, "text": "Peru asked Chile again for dams."}) == "repeats"


MEASURE = {
    "text": "Peru imposed tariffs on Chile.", "type_": "SANCTION", "trigger": "imposed tariffs", "by": ["Peru"],
    "to": ["Chile"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "by", "to", "expected"),
    [
        ("Peru lifted its tariffs on Chile.", "lifted", "CONCEDE", ["Peru"], ["Chile"], "lifts"),
        ("Bolivia lifted its tariffs on Chile.", "lifted", "CONCEDE", ["Bolivia"], ["Chile"], None),
        ("Peru lifted its tariffs on Bolivia.", "lifted", "CONCEDE", ["Peru"], ["Bolivia"], None),
        ("Peru imposed further tariffs on Chile.", "imposed", "SANCTION", ["Peru"], ["Chile"], "adds"),
        ("The tariffs of Peru on Chile stay in place.", "tariffs", "SANCTION", ["Peru"], ["Chile"], None),
        ("Chile put duties on goods of Peru.", "put duties", "SANCTION", ["Chile"], ["Peru"], "retaliates"),
    ],
)
def test_only_who_imposed_a_measure_lifts_or_extends_it_and_for_whom_it_hits(
    tie, text, trigger, type_, by, to, expected
):
    assert tie("measure", MEASURE, {"text": text, "type_": type_, "trigger": trigger, "by": by, "to": to}) == expected
