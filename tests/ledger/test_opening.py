"""What acts enter the ledger, as what, between whom, in which words."""

import pytest

from dragoman.ledger.opening.asks import asks
from dragoman.ledger.opening.commitments import commitments
from dragoman.ledger.opening.disputes import disputes
from dragoman.ledger.opening.measures import measures
from dragoman.ledger.opening.meetings import meetings
from dragoman.ledger.roll import roll_of
from dragoman.records.event import Link


def ids(parties):
    return [one.id for one in parties]


def test_a_promise_is_owed_to_whoever_heard_it_and_concerns_the_others(story, deeds, words):
    it = story("Norway told Ukraine: we will train pilots with Denmark by the end of 2024.", published="2024-02-01")
    norway, ukraine, denmark = it.state("Norway", "NOR"), it.state("Ukraine", "UKR"), it.state("Denmark", "DNK")
    told = it.act("AGREE", "told", actors=(norway,), recipients=(ukraine,))
    it.act(
        "AID",
        "train",
        status="pledged",
        actors=(norway, denmark),
        said_by=(norway,),
        addressees=(ukraine,),
        content_of=told.id,
        due=it.day("by the end of 2024", "2024-01-01", "2024-12-31", precision="year"),
        evidence=(it.words("we will train pilots with Denmark by the end of 2024"),),
    )

    (promise,) = commitments(roll_of(deeds(it)), words)

    assert (ids(promise.by), ids(promise.to), ids(promise.about)) == (["NOR"], ["UKR"], ["DNK"])
    assert promise.what.text == "we will train pilots with Denmark by the end of 2024"
    assert promise.due.end == "2024-12-31"
    assert (promise.state, promise.strength, promise.stage) == ("open", "pledge", "pledged")
    assert promise.history[0].day == "2024-02-01"
    assert [(one.id, one.event) for one in promise.said_by] == [("NOR", promise.event)]


def test_an_agreement_whose_content_no_clause_tells_is_a_commitment(story, deeds, words):
    it = story("Chile and Peru agreed to share the catch if stocks recover.", published="2023-05-02")
    chile, peru = it.state("Chile", "CHL"), it.state("Peru", "PER")
    it.act("AGREE", "agreed", actors=(chile, peru), evidence=(it.words(it.text[:-1]),))

    (promise,) = commitments(roll_of(deeds(it)), words)

    assert ids(promise.by) == ["CHL", "PER"]
    assert promise.what.text == "to share the catch if stocks recover"
    assert promise.strength == "agreement"
    assert promise.condition.text == "if stocks recover"
    assert promise.said_by == ()


@pytest.mark.parametrize("trigger", ["hopes", "desire"])
def test_a_mere_wish_is_no_commitment(story, deeds, words, trigger):
    it = story(f"Chile voiced its {trigger} for better ties with Peru.", published="2023-05-02")
    it.act(
        "AGREE",
        trigger,
        actors=(it.state("Chile", "CHL"),),
        recipients=(it.state("Peru", "PER"),),
        evidence=(it.words(it.text[:-1]),),
    )

    assert not list(commitments(roll_of(deeds(it)), words))


def test_each_thing_asked_for_is_an_ask_in_its_own_words(story, deeds, words):
    it = story(
        "Latvia urged the EU to fund rail lines, to open depots and to train guards by June 2025.",
        published="2024-03-01",
    )
    latvia, union = it.state("Latvia", "LVA"), it.state("the EU", "EU", kind="igo")
    passage = it.words(it.text[:-1])
    call = it.act("REQUEST", "urged", actors=(latvia,), recipients=(union,), evidence=(passage,))
    for trigger in ("fund", "open", "train"):
        it.act(
            "AID", trigger, status="requested", actors=(union,), content_of=call.id, evidence=(passage,),
            due=it.day("by June 2025", "2025-06-01", "2025-06-30", precision="month") if trigger == "train" else None,
        )  # fmt: skip

    found = sorted(asks(roll_of(deeds(it)), words), key=lambda entry: entry.what.start)

    assert [entry.what.text for entry in found] == ["fund rail lines", "open depots", "train guards by June 2025"]
    assert all((ids(entry.by), ids(entry.to)) == (["LVA"], ["EU"]) for entry in found)
    assert [entry.due and entry.due.end for entry in found] == [None, None, "2025-06-30"]


def test_a_call_has_as_its_items_what_is_asked_to_that_end(story, deeds, words):
    it = story(
        "Fiji called for closer ties with India. He suggested steps to that end, including training sailors.",
        published="2024-03-01",
    )
    fiji, india = it.state("Fiji", "FJI"), it.state("India", "IND")
    call = it.act("REQUEST", "called for", actors=(fiji,), recipients=(india,))
    it.act(
        "SUPPORT", "closer ties", status="requested", actors=(fiji, india), content_of=call.id,
        evidence=(it.words("closer ties with India"),),
    )  # fmt: skip
    second = it.words("He suggested steps to that end, including training sailors")
    further = it.act("REQUEST", "suggested", actors=(fiji,), recipients=(india,), evidence=(second,))
    it.act("AID", "training", status="requested", actors=(india,), content_of=further.id, evidence=(second,))

    whole, part = sorted(asks(roll_of(deeds(it)), words), key=lambda entry: entry.what.start)

    assert [item.what.text for item in whole.items] == ["training sailors"]
    assert (part.what.text, part.items) == ("training sailors", ())


def test_a_package_of_measures_has_items_with_instrument_object_and_carve_out(story, deeds, words):
    it = story(
        "Canada imposed sanctions on Belarus, banning potash imports except for medical use and freezing the assets "
        "of nine officials.",
        published="2022-04-01",
    )
    sides = {"actors": (it.state("Canada", "CAN"),), "recipients": (it.state("Belarus", "BLR"),)}
    passage = it.words(it.text[:-1])
    whole = it.act("SANCTION", "sanctions", evidence=(passage,), **sides)
    for trigger in ("banning", "freezing"):
        it.act("SANCTION", trigger, evidence=(passage,), part_of=whole.id, **sides)

    (measure,) = measures(roll_of(deeds(it)), words)

    assert (ids(measure.by), ids(measure.about), measure.state) == (["CAN"], ["BLR"], "in force")
    ban, freeze = measure.items
    assert (ban.object, ban.carve_out.text) == ("potash imports except", "except for medical use")
    assert (freeze.instrument, freeze.object) == ("asset freeze", "assets")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Serbia scrapped a trade agreement with Kosovo.", "scrapped", "occurred"),
        ("Serbia threatened sanctions on Kosovo.", "sanctions", "threatened"),
        ("Serbia lifted its ban on Kosovo.", "lifted", "occurred"),
    ],
)
def test_breaking_off_an_accord_or_a_threat_or_a_lifting_is_no_measure(story, deeds, words, text, trigger, status):
    it = story(text, published="2022-04-01")
    sides = {"actors": (it.state("Serbia", "SRB"),), "recipients": (it.state("Kosovo", "XKX"),)}
    it.act(
        "SANCTION", trigger, status=status, **sides,
        evidence=(it.words(text[:-1]),),
    )  # fmt: skip

    assert not list(measures(roll_of(deeds(it)), words))


def test_talk_in_a_meeting_is_its_agenda(story, deeds, words):
    it = story("Modi held a trilateral meeting with Lula and Ramaphosa, in which the leaders discussed grain exports.")
    people = [
        it.state("Modi", "IND", person="Modi Narendra", office="Prime Minister of India"),
        it.state("Lula", "BRA", person="Lula da Silva", office="President of Brazil"),
        it.state("Ramaphosa", "ZAF", person="Ramaphosa Cyril", office="President of South Africa"),
    ]
    it.act("CONSULT", "trilateral meeting", actors=tuple(people), evidence=(it.words(it.text[: it.text.index(",")]),))
    it.act("CONSULT", "discussed", actors=tuple(people), evidence=(it.words("the leaders discussed grain exports"),))

    (meeting,) = meetings(roll_of(deeds(it)), words)

    assert (meeting.format, meeting.level, meeting.state) == ("trilateral", "leaders", "held")
    assert [topic.text for topic in meeting.agenda] == ["grain exports"]


@pytest.mark.parametrize(
    ("status", "text", "state"),
    [
        ("planned", "Kenya and Somalia will meet", "planned"),
        ("cancelled", "Kenya and Somalia called off a meet", "cancelled"),
        ("cancelled", "Kenya and Somalia postponed a meet", "postponed"),
    ],
)
def test_a_meeting_stands_as_it_was_last_told(story, deeds, words, status, text, state):
    it = story(text, published="2021-01-04")
    it.act(
        "CONSULT", "meet", status=status, actors=(it.state("Kenya", "KEN"), it.state("Somalia", "SOM")),
        evidence=(it.words(text),),
    )  # fmt: skip

    (meeting,) = meetings(roll_of(deeds(it)), words)

    assert meeting.state == state


def test_a_stated_cause_makes_a_dispute_of_what_both_sides_do(story, deeds, words):
    it = story("Courts in Kenya fined Ugandan firms. Then Uganda banned Kenyan milk.", published="2021-01-04")
    kenya, uganda = it.state("Kenya", "KEN"), it.state("Uganda", "UGA")
    fined = it.act("SANCTION", "fined", actors=(kenya,), recipients=(uganda,))
    it.act(
        "SANCTION", "banned", actors=(uganda,), recipients=(kenya,),
        links=(Link(kind="in_response_to", event=fined.id, cue=it.words("Then")),),
    )  # fmt: skip

    found = list(disputes(roll_of(deeds(it)), words))

    assert [ids(entry.by) for entry in found] == [["KEN", "UGA"], ["KEN", "UGA"]]


def test_one_sides_sanctions_alone_are_no_dispute(story, deeds, words):
    it = story("Japan imposed sanctions on Belarus.", published="2022-03-01")
    it.act(
        "SANCTION", "sanctions", actors=(it.state("Japan", "JPN"),), recipients=(it.state("Belarus", "BLR"),),
        evidence=(it.words(it.text[:-1]),),
    )  # fmt: skip

    assert not list(disputes(roll_of(deeds(it)), words))


def test_what_became_of_a_meeting_stands_in_its_history_though_it_is_one_act(story, deeds, words):
    planned = story("Laos and Japan will meet in Vientiane.", published="2020-01-02")
    held = story("Laos and Japan met in Vientiane.", published="2020-02-02")
    for it, trigger, status in ((planned, "meet", "planned"), (held, "met", "occurred")):
        it.act(
            "CONSULT", trigger, status=status, actors=(it.state("Laos", "LAO"), it.state("Japan", "JPN")),
            evidence=(it.words(it.text[:-1]),),
        )  # fmt: skip

    (meeting,) = meetings(roll_of(deeds(planned, held, same=[("meet", "met")])), words)

    assert [(turn.tie, turn.state, turn.day) for turn in meeting.history] == [
        ("made", "planned", "2020-01-02"),
        ("holds", "held", "2020-02-02"),
    ]
    assert meeting.state == "held"


def test_an_invitation_asks_to_come(story, deeds, words):
    it = story("Togo invited the foreign minister of Benin to Lome.")
    it.act("AGREE", "invited", actors=(it.state("Togo", "TGO"),), recipients=(it.state("Benin", "BEN"),),
           evidence=(it.words(it.text[:-1]),))  # fmt: skip

    (ask,) = asks(roll_of(deeds(it)), words)

    assert ([one.id for one in ask.by], [one.id for one in ask.to]) == (["TGO"], ["BEN"])
    assert ask.what.text == it.text[:-1]


def test_a_promise_to_lift_a_measure_is_owed(story, deeds, words):
    it = story("Togo agreed to lift its tariffs on steel from Benin.")
    it.act("SANCTION", "lift its tariffs", status="pledged", actors=(it.state("Togo", "TGO"),),
           recipients=(it.state("Benin", "BEN"),), evidence=(it.words(it.text[:-1]),))  # fmt: skip

    (promise,) = commitments(roll_of(deeds(it)), words)

    assert [one.id for one in promise.to] == ["BEN"]
    assert list(measures(roll_of(deeds(it)), words)) == []


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Togo removed Benin from its programme of preferences.", "removed", 1),
        ("Togo removed its tariffs on Benin.", "removed", 0),
        ("Togo lifted its punitive duties on Benin.", "duties", 0),
        ("Togo kept its punitive duties on Benin.", "duties", 1),
    ],
)
def test_what_is_lifted_is_no_measure_but_who_is_removed_is_hit_by_one(story, deeds, words, text, trigger, found):
    it = story(text)
    it.act("SANCTION", trigger, actors=(it.state("Togo", "TGO"),), recipients=(it.state("Benin", "BEN"),),
           evidence=(it.words(text[:-1]),))  # fmt: skip
    assert len(list(measures(roll_of(deeds(it)), words))) == found


def test_a_heading_tells_a_measure_only_where_nothing_else_does(story, deeds, words):
    it = story("Togo's tariffs begin\n\nTogo on Sunday imposed tariffs on fish from Benin.", published="2021-05-03")
    togo, heading, body = it.state("Togo on", "TGO"), it.words("Togo's tariffs begin"), it.text.split("\n\n")[1][:-1]
    it.act("SANCTION", "tariffs begin", actors=(it.state("Togo's", "TGO"),), evidence=(heading,))
    it.act(
        "SANCTION", "imposed tariffs", actors=(togo,), recipients=(it.state("Benin", "BEN"),),
        date=it.day("on Sunday", "2021-05-02"), evidence=(it.words(body),),
    )  # fmt: skip

    (measure,) = measures(roll_of(deeds(it)), words)

    assert measure.what.text.startswith("Togo on Sunday")
    assert measure.items == ()
