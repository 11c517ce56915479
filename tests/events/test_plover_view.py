from dataclasses import replace

from dragoman.events.plover_view import plover_view


def test_what_occurred_stands_as_it_is(tallinn, codes):
    (package, *_) = tallinn.coded.events
    assert plover_view(tallinn.coded, codes).events[0] == package


def test_items_of_a_package_and_further_mentions_are_left_out(tallinn, codes):
    triggers = [event.trigger.text for event in plover_view(tallinn.coded, codes).events]
    assert triggers == ["in a package of", "called on", "visit", "meeting", "cut"]


def test_a_pledge_becomes_an_agreement_with_the_same_id_and_words(tallinn, codes):
    pledged = next(event for event in tallinn.events if event.status == "pledged")
    (shown,) = [event for event in plover_view(tallinn.coded, codes).events if event.id == pledged.id]
    assert (shown.type, shown.mode, shown.status) == ("AGREE", None, "occurred")
    assert (shown.cameo, shown.quad, shown.goldstein) == codes["AGREE"]
    assert (shown.actors, shown.recipients) == (pledged.actors, pledged.recipients)
    assert (shown.trigger, shown.evidence) == (pledged.trigger, pledged.evidence)


def test_the_day_of_a_pledged_act_does_not_date_the_agreement(tallinn, codes):
    (shown,) = [event for event in plover_view(tallinn.coded, codes).events if event.type == "AGREE"]
    assert shown.date is None
    assert shown.due.start == "2022-03-21"


def test_a_plan_told_by_an_act_of_speech_is_left_out(story, codes):
    it = story("Oslo announced that it would visit Riga.")
    speech = it.act("CONSULT", "announced")
    it.act("CONSULT", "visit", status="planned", content_of=speech.id)
    assert plover_view(it.coded, codes).events == (speech,)


def test_a_plan_whose_act_of_speech_is_not_there_becomes_an_agreement(story, codes):
    it = story("Oslo announced that it would visit Riga.")
    it.act("CONSULT", "visit", status="planned", content_of="elsewhere")
    (shown,) = plover_view(it.coded, codes).events
    assert (shown.type, shown.content_of) == ("AGREE", None)


def test_what_is_requested_is_left_out_where_the_request_is_there(tallinn, codes):
    assert "send" not in [event.trigger.text for event in plover_view(tallinn.coded, codes).events]


def test_what_is_requested_becomes_a_request_by_whoever_asks(story, codes):
    it = story("Under Oslo's appeal Riga should send aid.")
    oslo, riga = it.state("Oslo", "NOR"), it.state("Riga", "LVA")
    it.act("AID", "send", actors=(riga,), status="requested", said_by=(oslo,))
    (shown,) = plover_view(it.coded, codes).events
    assert (shown.type, shown.actors, shown.recipients, shown.said_by) == ("REQUEST", (oslo,), (riga,), ())


def test_what_an_accusation_asks_for_is_requested_by_the_accuser(story, codes):
    it = story("Oslo faulted Riga, which should send aid.")
    oslo, riga = it.state("Oslo", "NOR"), it.state("Riga", "LVA")
    charge = it.act("ACCUSE", "faulted", actors=(oslo,), recipients=(riga,))
    it.act("AID", "send", actors=(riga,), status="requested", content_of=charge.id)
    shown = plover_view(it.coded, codes).events[1]
    assert (shown.type, shown.actors, shown.recipients) == ("REQUEST", (oslo,), (riga,))


def test_a_threat_and_a_cancellation_become_acts_of_speech(tallinn, codes):
    types = {event.trigger.text: event.type for event in plover_view(tallinn.coded, codes).events}
    assert (types["cut"], types["meeting"]) == ("THREATEN", "REJECT")


def test_a_threat_is_not_told_twice(story, codes):
    it = story("Oslo threatened to expel envoys.")
    threat = it.act("THREATEN", "threatened")
    it.act("SANCTION", "expel", status="threatened", content_of=threat.id)
    assert plover_view(it.coded, codes).events == (threat,)


def test_what_is_possible_or_negated_is_left_out(story, codes):
    it = story("Oslo may visit Riga but did not attack it.")
    it.act("CONSULT", "visit", status="possible")
    it.act("ASSAULT", "attack", status="negated")
    assert plover_view(it.coded, codes).events == ()


def test_an_act_that_already_is_what_it_becomes_keeps_its_mode(story, codes):
    it = story("Oslo threatened violence.")
    it.act("THREATEN", "threatened", mode="violence", status="threatened")
    (shown,) = plover_view(it.coded, codes).events
    assert (shown.mode, shown.status) == ("violence", "occurred")


def test_nothing_refers_to_what_is_left_out(tallinn, codes):
    shown = plover_view(tallinn.coded, codes).events
    ids = {event.id for event in shown}
    for event in shown:
        assert {event.content_of, event.part_of, event.same_as} <= {None, *ids}
        assert all(link.event in ids for link in event.links)


def test_the_document_and_the_dropped_candidates_stay(tallinn, codes):
    assert replace(plover_view(tallinn.coded, codes), events=tallinn.coded.events) == tallinn.coded


def test_the_view_of_the_view_is_the_view(tallinn, codes):
    once = plover_view(tallinn.coded, codes)
    assert plover_view(once, codes) == once
