"""What enters the ledger where the clause does not tell the other side, or the day, or speaks of what would be."""

import pytest

from dragoman.ledger.book import made_by
from dragoman.ledger.roll import roll_of

CODES = {"Togo": "TGO", "Benin": "BEN", "Ghana": "GHA"}


@pytest.fixture
def told(story, deeds, words):
    """The entries of a text: each act is (type, trigger, status, who, whom), and stands in its sentence."""

    def tell(text, *acts, published="2021-05-03", days=(), **given):
        it = story(text, published=published)
        for type_, trigger, status, who, whom in acts:
            sentence = next(one for one in text.split(". ") if trigger in one).rstrip(".")
            sides = [tuple(it.state(name, CODES[name]) for name in side) for side in (who, whom)]
            date = next((it.day(said, day) for said, day in days if said in sentence), None)
            it.act(
                type_, trigger, status=status, actors=sides[0], recipients=sides[1], date=date,
                evidence=(it.words(sentence),), **given,
            )  # fmt: skip
        return made_by(roll_of(deeds(it)), words)

    return tell


def one(entries, kind):
    (found,) = [entry for entry in entries if entry.kind == kind]
    return found


def ids(parties):
    return [party.id for party in parties]


@pytest.mark.parametrize(
    ("text", "act", "to", "about"),
    [
        ("Togo vowed to put duties on fish from Benin.", ("SANCTION", "put duties", "planned"), [], ["BEN"]),
        ("Togo promised not to attack Benin.", ("ASSAULT", "attack", "negated"), ["BEN"], []),
    ],
    ids=["what one would do against another", "what one will not do"],
)
def test_what_one_would_do_or_will_not_do_is_promised(told, text, act, to, about):
    promise = one(told(text, (*act, ["Togo"], ["Benin"])), "commitment")
    assert (ids(promise.by), ids(promise.to), ids(promise.about)) == (["TGO"], to, about)


def test_a_measure_that_is_decided_is_no_promise(told):
    entries = told(
        "Togo will put duties on fish from Benin.", ("SANCTION", "put duties", "planned", ["Togo"], ["Benin"])
    )
    assert [entry.kind for entry in entries] == ["measure"]


def test_what_nobody_is_promised_is_owed_to_those_with_whom_it_was_agreed(told):
    entries = told(
        "Togo and Benin reached an accord. Togo will open the border.",
        ("AGREE", "reached", "occurred", ["Togo", "Benin"], []),
        ("CONCEDE", "open", "pledged", ["Togo"], []),
    )
    assert ids(next(entry for entry in entries if "border" in entry.what.text).to) == ["BEN"]


def test_an_ask_of_nobody_goes_to_the_one_with_whom_the_text_deals(told):
    entries = told(
        "Togo accused Benin of theft. Togo met Benin in vain. Togo demanded the return of the boats.",
        ("ACCUSE", "accused", "occurred", ["Togo"], ["Benin"]),
        ("CONSULT", "met", "occurred", ["Togo"], ["Benin"]),
        ("REQUEST", "demanded", "occurred", ["Togo"], []),
    )
    assert ids(one(entries, "ask").to) == ["BEN"]


def test_the_day_on_which_its_maker_was_last_said_to_act_is_that_of_a_promise(told):
    acts = (
        ("CONSULT", "met", "occurred", ["Togo"], ["Benin"]),
        ("AID", "give", "pledged", ["Togo"], ["Benin"]),
    )
    text = "Togo met Benin on Sunday. Togo will give Benin rice."
    assert one(told(text, *acts, days=[("on Sunday", "2021-05-02")]), "commitment").made_on.start == "2021-05-02"
    news = one(told(text, *acts), "commitment").made_on
    assert (news.start, news.end, news.precision) == ("2021-05-01", "2021-05-03", "week")


def test_of_what_somebody_had_promised_no_day_is_guessed(told):
    had = "Togo had promised to give Benin rice."
    assert one(told(had, ("AID", "give", "pledged", ["Togo"], ["Benin"])), "commitment").made_on is None


def test_a_case_before_a_court_is_a_dispute(told):
    text = "Togo filed a complaint against Benin at the World Trade Organization."
    dispute = one(told(text, ("ACCUSE", "complaint", "occurred", ["Togo"], ["Benin"])), "dispute")
    assert ids(dispute.by) == ["BEN", "TGO"]


def test_what_two_do_together_against_one_is_one_dispute(told):
    entries = told(
        "Togo and Ghana closed their borders to Benin. Benin protested against the closure of their borders by Togo.",
        ("SANCTION", "closed", "occurred", ["Togo", "Ghana"], ["Benin"]),
        ("ACCUSE", "protested", "occurred", ["Benin"], ["Togo"]),
    )
    assert sorted(ids(one(entries, "dispute").by)) == ["BEN", "GHA", "TGO"]


def test_what_is_agreed_about_a_measure_of_ones_own_is_owed_to_whom_it_hits(told):
    promise = one(
        told(
            "Togo agreed to review its duties on fish from Benin.",
            ("SANCTION", "duties", "pledged", ["Togo"], ["Benin"]),
        ),
        "commitment",
    )
    assert (ids(promise.to), promise.about) == (["BEN"], ())


def test_what_one_says_that_one_would_do_oneself_is_promised_not_asked(story, deeds, words):
    it = story("Togo said that it would end the hunt for turtles.", published="2021-05-03")
    togo = it.state("Togo", "TGO")
    it.act(
        "CONCEDE", "end", status="requested", actors=(togo,), said_by=(togo,),
        evidence=(it.words("it would end the hunt for turtles"),),
    )  # fmt: skip
    assert [entry.kind for entry in made_by(roll_of(deeds(it)), words)] == ["commitment"]


def test_a_term_runs_from_the_day_on_which_it_was_set(story, deeds, words):
    it = story("Togo and Benin met on Sunday. Togo will pay Benin within five days.", published="2021-05-03")
    togo, benin = it.state("Togo", "TGO"), it.state("Benin", "BEN")
    it.act(
        "CONSULT", "met", actors=(togo, benin), date=it.day("on Sunday", "2021-05-02"),
        evidence=(it.words("Togo and Benin met on Sunday"),),
    )  # fmt: skip
    it.act(
        "AID", "pay", status="planned", actors=(togo,), recipients=(benin,),
        due=it.day("within five days", "2021-05-08"), evidence=(it.words("Togo will pay Benin within five days"),),
    )  # fmt: skip
    assert one(made_by(roll_of(deeds(it)), words), "commitment").due.end == "2021-05-07"


def test_aid_goes_to_whom_the_text_tells_is_helped_not_to_who_was_last_named(told):
    entries = told(
        "Togo sent rice to Benin. Ghana praised it. Togo will give two boats.",
        ("AID", "sent", "occurred", ["Togo"], ["Benin"]),
        ("AID", "give", "planned", ["Togo"], ["Ghana"]),
    )
    assert ids(one(entries, "commitment").to) == ["BEN"]


def test_what_one_charges_the_other_with_opens_the_dispute_over_it(story, deeds, words):
    text = "Togo said that Benin had shot a fisherman. Togo expelled an envoy of Benin. Benin called that absurd."
    it = story(text, published="2021-05-03")
    togo, benin = it.state("Togo", "TGO"), it.state("Benin", "BEN")
    for type_, trigger, who, whom, said in (
        ("ASSAULT", "shot", benin, None, (togo,)),
        ("SANCTION", "expelled", togo, benin, ()),
        ("ACCUSE", "called", benin, togo, ()),
    ):
        sentence = next(part for part in text.split(". ") if trigger in part).rstrip(".")
        it.act(
            type_, trigger, actors=(who,), recipients=(whom,) if whom else (), said_by=said,
            evidence=(it.words(sentence),),
        )  # fmt: skip
    dispute = one(made_by(roll_of(deeds(it)), words), "dispute")
    assert (sorted(ids(dispute.by)), dispute.what.text) == (["BEN", "TGO"], "Togo said that Benin had shot a fisherman")


def test_the_day_of_a_planned_meeting_is_when_it_is_due(told):
    entries = told(
        "Togo and Benin will meet on Friday.",
        ("CONSULT", "meet", "planned", ["Togo", "Benin"], []),
        days=[("on Friday", "2021-05-07")],
    )
    assert one(entries, "meeting").due.end == "2021-05-07"
