"""What becomes of entries: ties, states, the calendar, people's rulings; the same in any order."""

import random
from dataclasses import replace

import pytest

from dragoman.ledger.book import keep
from dragoman.ledger.states import on_day
from dragoman.records.entry import Compliance, Ruling


@pytest.fixture
def promise(story):
    """Spain promises Mali wells by the end of 2023."""
    it = story("Spain will drill forty wells in Mali by the end of 2023.", published="2022-06-01")
    it.act(
        "AID", "drill", status="pledged", actors=(it.state("Spain", "ESP"),), recipients=(it.state("Mali", "MLI"),),
        due=it.day("by the end of 2023", "2023-01-01", "2023-12-31", precision="year"),
        evidence=(it.words(it.text[:-1]),),
    )  # fmt: skip
    return it


@pytest.fixture
def later(story):
    """A later act of Spain toward Mali."""

    def make(text, trigger, type_="AID", published="2023-09-01", **given):
        it = story(text, published=published)
        it.act(
            type_, trigger, actors=(it.state("Spain", "ESP"),), recipients=(it.state("Mali", "MLI"),),
            evidence=(it.words(text[:-1]),), **given,
        )  # fmt: skip
        return it

    return make


def commitment(entries):
    return next(entry for entry in entries if entry.kind == "commitment")


def test_a_promise_whose_day_has_passed_is_overdue_by_the_calendar(promise, deeds, words):
    before = commitment(keep(deeds(promise), words, today="2023-12-31"))
    after = commitment(keep(deeds(promise), words, today="2024-01-01"))

    assert (before.state, len(before.history)) == ("open", 1)
    assert after.state == "overdue"
    assert (after.history[-1].tie, after.history[-1].day, after.history[-1].act) == ("overdue", "2023-12-31", None)


@pytest.mark.parametrize(
    "text", ["Spain drilled a first batch of wells in Mali.", "Spain drilled the forty wells in Mali."]
)
@pytest.mark.parametrize("first", ["2023-06-01", "2023-12-31", "2024-01-01", "2030-01-01"])
def test_another_day_is_told_as_if_the_ledger_had_been_made_on_it(promise, later, deeds, words, text, first):
    made = [promise] if first == "2030-01-01" else [promise, later(text, "drilled")]
    entries = keep(deeds(*made), words, today=first)
    for day in ("2023-06-01", "2023-12-31", "2024-01-01", "2030-01-01"):
        assert tuple(on_day(entry, day) for entry in entries) == keep(deeds(*made), words, today=day)


@pytest.mark.parametrize(
    ("text", "trigger", "given", "tie", "state"),
    [
        ("Spain drilled the forty wells in Mali.", "drilled", {}, "fulfils", "kept"),
        ("Spain drilled a first batch of wells in Mali.", "drilled", {}, "partly_fulfils", "overdue"),
        ("Spain failed to drill the wells in Mali.", "failed to drill", {}, "breaks", "broken"),
        ("Spain withdrew from drilling wells in Mali.", "withdrew", {"type_": "RETREAT"}, "withdraws", "withdrawn"),
        ("Spain postponed the wells in Mali.", "postponed", {"type_": "CONCEDE"}, "postpones", "overdue"),
        ("Spain will drill forty wells in Mali.", "drill", {"status": "pledged"}, "repeats", "overdue"),
    ],
)
def test_a_later_act_changes_the_state(  # noqa: PLR0917 - a row of the table
    promise, later, deeds, words, text, trigger, given, tie, state
):
    it = later(text, trigger, **given)

    entry = commitment(keep(deeds(promise, it), words, today="2024-06-01"))

    assert [turn.tie for turn in entry.history if turn.tie != "overdue"] == ["made", tie]
    assert entry.state == state
    turn = entry.history[1]
    assert (turn.day, turn.quote.text) == ("2023-09-01", text[:-1])
    assert "same sides: ESP, MLI" in turn.reasons


def test_a_promise_told_again_opens_no_entry_beside_the_first(promise, later, deeds, words):
    again = later("Spain will drill forty wells in Mali soon.", "drill", status="pledged")

    entries = keep(deeds(promise, again), words, today="2023-10-01")

    assert [entry.history[0].day for entry in entries] == ["2022-06-01"]


def test_an_act_before_the_promise_does_nothing_to_it(promise, later, deeds, words):
    before = later("Spain drilled the forty wells in Mali.", "drilled", published="2021-09-01")

    entry = commitment(keep(deeds(promise, before), words, today="2023-10-01"))

    assert entry.state == "open"


def test_the_ledger_is_the_same_in_any_order(promise, later, deeds, words):
    texts = [
        ("Spain drilled a first batch of wells in Mali.", "2022-09-01"),
        ("Spain drilled more wells in Mali, so far thirty.", "2023-02-01"),
        ("Spain drilled the last of the forty wells in Mali.", "2023-11-01"),
    ]
    all_ = deeds(promise, *(later(text, "drilled", published=day) for text, day in texts))
    expected = keep(all_, words, today="2024-06-01")

    for seed in range(10):
        mixed = list(all_)
        random.Random(seed).shuffle(mixed)
        assert keep(mixed, words, today="2024-06-01") == expected
    assert [turn.tie for turn in commitment(expected).history] == [
        "made",
        "partly_fulfils",
        "partly_fulfils",
        "fulfils",
    ]


def test_a_person_may_undo_a_tie_and_make_another(promise, later, deeds, words):
    done = later("Spain drilled the forty wells in Mali.", "drilled")
    all_ = deeds(promise, done)
    entry = commitment(keep(all_, words, today="2023-10-01"))
    ruling = Ruling(entry=entry.id, act=entry.history[1].act, tie=None, by="ana", note="other wells", made_at="2024")

    undone = commitment(keep(all_, words, today="2023-10-01", rulings=[ruling]))
    told = commitment(keep(all_, words, today="2023-10-01", rulings=[ruling, replace(ruling, tie="partly_fulfils")]))

    assert (undone.state, len(undone.history)) == ("open", 1)
    assert (told.state, told.history[1].by_hand) == ("partly kept", True)


def test_a_judgement_of_compliance_stands_with_its_entry(promise, deeds, words):
    entry = commitment(keep(deeds(promise), words, today="2023-10-01"))
    judged = Compliance(score=0, by="ana", note="begun", evidence=None, made_at="2023-10-01T00:00:00Z")

    with_score = commitment(keep(deeds(promise), words, today="2023-10-01", compliances={entry.id: judged}))

    assert with_score.compliance == judged


def test_what_is_not_worth_an_entry_is_left_out(promise, deeds, words):
    strict = replace(words, worth={"commitment: always": -2.0}, least_worth={"commitment": 0.5})

    assert not keep(deeds(promise), strict, today="2023-10-01")


def test_a_measure_is_answered_eased_and_lifted(story, deeds, words):
    stories = []
    for text, trigger, type_, by, day in (
        ("Ghana imposed tariffs on rice from Togo.", "imposed", "SANCTION", "Ghana", "2020-01-02"),
        ("Togo put tariffs on Ghana cocoa, after its rice tariffs.", "put tariffs", "SANCTION", "Togo", "2020-02-02"),
        ("Ghana halved the tariffs on rice from Togo.", "halved", "CONCEDE", "Ghana", "2020-03-02"),
        ("Ghana lifted the tariffs on rice from Togo.", "lifted", "CONCEDE", "Ghana", "2020-04-02"),
    ):
        it = story(text, published=day)
        sides = {"Ghana": it.state("Ghana", "GHA"), "Togo": it.state("Togo", "TGO")}
        doer = sides.pop(by)
        it.act(type_, trigger, actors=(doer,), recipients=tuple(sides.values()), evidence=(it.words(text[:-1]),))
        stories.append(it)

    entries = keep(deeds(*stories), words, today="2020-12-31")

    first = next(entry for entry in entries if entry.kind == "measure" and entry.by[0].id == "GHA")
    assert [turn.tie for turn in first.history] == ["made", "retaliates", "eases", "lifts"]
    assert first.state == "lifted"


def test_a_planned_meeting_is_held_and_stays_one_entry(story, deeds, words):
    planned = story("Laos and Japan will meet in Vientiane on rail links.", published="2020-01-02")
    held = story("Laos and Japan met in Vientiane and spoke of rail links.", published="2020-02-02")
    for it, trigger, status in ((planned, "meet", "planned"), (held, "met", "occurred")):
        it.act(
            "CONSULT", trigger, status=status, actors=(it.state("Laos", "LAO"), it.state("Japan", "JPN")),
            evidence=(it.words(it.text[:-1]),),
        )  # fmt: skip

    entries = keep(deeds(planned, held), words, today="2020-12-31")

    assert [(entry.kind, entry.state) for entry in entries] == [("meeting", "held")]
    assert [turn.tie for turn in entries[0].history] == ["made", "holds"]


def test_a_meeting_that_was_called_off_before_its_day_is_cancelled(story, deeds, words):
    def told(text, trigger, type_, status, published):
        it = story(text, published=published)
        sides = (it.state(text.split()[0], "ESP"), it.state(text.split()[0], "MLI"))
        it.act(
            type_, trigger, status=status, actors=sides, recipients=(), date=it.day("on 9 October", "2023-10-09"),
            evidence=(it.words(text[:-1]),),
        )  # fmt: skip
        return it

    planned = told("Spain and Mali will meet on 9 October in Dakar.", "meet", "CONSULT", "planned", "2023-09-01")
    off = told("They cancelled the Dakar meeting on 9 October.", "cancelled", "REJECT", "occurred", "2023-09-15")

    (entry,) = [one for one in keep(deeds(planned, off), words, today="2023-12-01") if one.kind == "meeting"]

    assert entry.state == "cancelled"
    assert [turn.day for turn in entry.history] == ["2023-09-01", "2023-09-15"]


def test_in_one_text_the_days_that_it_tells_say_what_came_after(story, deeds, words):
    it = story(
        "Spain drilled wells in Mali on 3 May. Mali had asked Spain for wells in January.", published="2023-05-04"
    )
    spain, mali = it.state("Spain", "ESP"), it.state("Mali", "MLI")
    it.act(
        "AID", "drilled", actors=(spain,), recipients=(mali,), date=it.day("on 3 May", "2023-05-03"),
        evidence=(it.words(it.text[:36]),),
    )  # fmt: skip
    it.act(
        "REQUEST", "asked", actors=(mali,), recipients=(spain,), date=it.day("in January", "2023-01-01", "2023-01-31"),
        evidence=(it.words(it.text[38:-1]),),
    )  # fmt: skip

    (entry,) = keep(deeds(it), replace(words, least_link_within=0.1), today="2023-06-01")

    assert [turn.tie for turn in entry.history] == ["made", "fulfils"]
