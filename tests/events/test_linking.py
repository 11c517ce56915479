"""Acts tied to acts: contents of speech, items of packages, stated causes."""

from tests.parses import coded, content, event, frame, ids

from dragoman.records.event import Coded

VISIT = frame("visit", verbs="visit")
SEND = frame("send", "AID", verbs="send", recipient=("to",))
ATTACK = frame("attack", "ASSAULT", verbs="attack")
ATTACKED = frame("attack-noun", "ASSAULT", nouns="attack", recipient=("on",))
INVITE = frame("invite", "CONSULT", verbs="invite")
EXPEL = frame("expel", "SANCTION", verbs="expel diplomat")
CALL = frame(
    "call-on",
    "REQUEST",
    verbs="call, urge, ask",
    recipient=("on", "done-to"),
    content=content("requested", by="recipient"),
)
PROMISE = frame(
    "promise", "AGREE", verbs="promise", recipient=("done-to", "to"), content=content("pledged", keep="content")
)
THREATEN = frame("threaten", "THREATEN", verbs="threaten", content=content("threatened", keep="speech"))
ACCUSE = frame("accuse", "ACCUSE", verbs="accuse", content=content("occurred", "of", by="recipient"))

CALLED = (
    "Kyiv/NNP/nsubj>2 called=call/VBD/ROOT on/IN/prep>2 NATO/NNP/pobj>3 to/TO/aux>6 send/VB/xcomp>2 "
    "tanks=tank/NNS/dobj>6 ."
)
PROMISED = (
    "Japan/NNP/nsubj>2 promised=promise/VBD/ROOT NATO/NNP/dobj>2 to/TO/aux>5 visit/VB/xcomp>2 Estonia/NNP/dobj>5 ."
)


def triggers(done: Coded) -> list[str]:
    return [each.trigger.text for each in done.events]


# Contents of acts of speech.


def test_what_is_asked_for_is_content_of_the_call() -> None:
    done = coded(CALLED, frames=[CALL, SEND])
    call, send = done.events
    assert (call.status, send.status, send.content_of) == ("occurred", "requested", call.id)
    assert send.status_cue is not None
    assert send.status_cue.text == "called"


def test_who_is_asked_is_to_do_it() -> None:
    assert ids(event(coded(CALLED, frames=[CALL, SEND]), "send").actors) == ["NATO"]


def test_promise_of_one_act_is_written_as_that_act() -> None:
    done = coded(PROMISED, frames=[PROMISE, VISIT])
    (visit,) = done.events
    assert (visit.type, visit.status, visit.content_of, ids(visit.actors)) == ("CONSULT", "pledged", None, ["JPN"])
    assert "stands for both" in done.dropped[0].reason


def test_promise_of_two_acts_keeps_the_promise_too() -> None:
    parse = (
        "Japan/NNP/nsubj>2 promised=promise/VBD/ROOT to/TO/aux>4 visit/VB/xcomp>2 Estonia/NNP/dobj>4 and/CC/cc>4 "
        "to/TO/aux>8 attack/VB/conj>4 Syria/NNP/dobj>8 ."
    )
    done = coded(parse, frames=[PROMISE, VISIT, ATTACK])
    promise = event(done, "promised")
    assert [(e.trigger.text, e.status, e.content_of) for e in done.events if e is not promise] == [
        ("visit", "pledged", promise.id),
        ("attack", "pledged", promise.id),
    ]


def test_of_a_threat_the_threat_is_written() -> None:
    parse = "Iran/NNP/nsubj>2 threatened=threaten/VBD/ROOT to/TO/aux>4 attack/VB/xcomp>2 Israel/NNP/dobj>4 ."
    done = coded(parse, frames=[THREATEN, ATTACK])
    assert triggers(done) == ["threatened"]
    assert [dropped.trigger.text for dropped in done.dropped] == ["attack"]


def test_what_one_is_accused_of_is_said_by_the_accuser() -> None:
    parse = (
        "France/NNP/nsubj>2 accused=accuse/VBD/ROOT Iran/NNP/dobj>2 of/IN/prep>2 attacking=attack/VBG/pcomp>4 "
        "Israel/NNP/dobj>5 ."
    )
    attack = event(coded(parse, frames=[ACCUSE, ATTACK]), "attacking")
    assert (attack.status, ids(attack.actors), ids(attack.said_by)) == ("occurred", ["IRN"], ["FRA"])


def test_request_is_addressed_to_whom_it_concerns() -> None:
    parse = (
        "France/NNP/nsubj>2 asked=ask/VBD/ROOT for/IN/prep>2 a/DT/det>5 visit/NN/pobj>3 to/IN/prep>5 Libya/NNP/pobj>6 ."
    )
    asks = frame(
        "ask", "REQUEST", verbs="ask for", recipient=("done-to",), content=content("requested", "for", by="recipient")
    )
    done = coded(parse, frames=[asks, frame("visit-noun", nouns="visit", recipient=("to",))])
    assert ids(event(done, "asked for").recipients) == ["LBY"]


def test_nobody_invites_himself() -> None:
    parse = "Japan/NNP/nsubj>2 asked=ask/VBD/ROOT NATO/NNP/dobj>2 to/TO/aux>5 invite/VB/xcomp>2 Japan/NNP/dobj>5 ."
    invite = event(coded(parse, frames=[CALL, INVITE]), "invite")
    assert (ids(invite.actors), ids(invite.recipients)) == (["NATO"], ["JPN"])


def test_what_is_asked_not_to_be_done_stays_negated() -> None:
    parse = (
        "Norway/NNP/nsubj>2 urged=urge/VBD/ROOT Mali/NNP/dobj>2 not/RB/neg>6 to/TO/aux>6 attack/VB/xcomp>2 "
        "Niger/NNP/dobj>6 ."
    )
    attack = event(coded(parse, frames=[CALL, ATTACK]), "attack")
    assert (attack.status, ids(attack.actors)) == ("negated", ["MLI"])


def test_promise_not_made_promises_nothing() -> None:
    parse = (
        "Japan/NNP/nsubj>4 did=do/VBD/aux>4 not/RB/neg>4 promise/VB/ROOT to/TO/aux>6 visit/VB/xcomp>4 "
        "Estonia/NNP/dobj>6 ."
    )
    assert event(coded(parse, frames=[PROMISE, VISIT]), "visit").status == "negated"


def test_content_is_found_through_a_verb_that_only_carries_it() -> None:
    parse = (
        "Norway/NNP/nsubj>2 promised=promise/VBD/ROOT to/TO/aux>4 begin/VB/xcomp>2 visiting=visit/VBG/xcomp>4 "
        "Mali/NNP/dobj>5 ."
    )
    visit = event(coded(parse, frames=[PROMISE, VISIT]), "visiting")
    assert (visit.status, ids(visit.actors)) == ("pledged", ["NOR"])


# Packages.

SANCTIONS = (
    "Canada/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Russia/NNP/pobj>4 "
    "on/IN/prep>2 Friday/NNP/pobj>6 , including=include/VBG/prep>2 banning=ban/VBG/pcomp>9 vodka/NN/dobj>10 "
    "and/CC/cc>10 freezing=freeze/VBG/conj>10 assets=asset/NNS/dobj>13 ."
)
PACKAGE = (
    frame("sanction", "SANCTION", nouns="sanction", recipient=("on",)),
    frame("ban", "SANCTION", verbs="ban"),
    frame("freeze", "SANCTION", verbs="freeze"),
)


def package() -> Coded:
    return coded(SANCTIONS, frames=PACKAGE, published="2022-02-26")


def test_items_of_a_list_are_part_of_the_package() -> None:
    whole = event(package(), "sanctions")
    assert whole.part_of is None
    for word in ("banning", "freezing"):
        assert event(package(), word).part_of == whole.id


def test_items_are_done_by_and_to_the_sides_of_the_package() -> None:
    for word in ("banning", "freezing"):
        item = event(package(), word)
        assert (ids(item.actors), ids(item.recipients)) == (["CAN"], ["RUS"])


def test_items_have_the_date_of_the_package() -> None:
    done = package()
    whole = event(done, "sanctions")
    assert whole.date is not None
    assert whole.date.start == "2022-02-25"
    assert event(done, "freezing").date == whole.date


def test_items_of_a_planned_package_are_planned() -> None:
    parse = (
        "Canada/NNP/nsubj>3 will/MD/aux>3 impose/VB/ROOT sanctions=sanction/NNS/dobj>3 on/IN/prep>4 Russia/NNP/pobj>5 "
        ", including=include/VBG/prep>3 banning=ban/VBG/pcomp>8 vodka/NN/dobj>9 ."
    )
    assert event(coded(parse, frames=PACKAGE), "banning").status == "planned"


# One act told twice in a sentence.


def test_noun_and_verb_of_one_act_are_one_event() -> None:
    parse = "Russian/JJ/amod>2 attacks=attack/NNS/nsubj>3 hit/VBD/ROOT Poland/NNP/dobj>3 ."
    done = coded(parse, frames=[ATTACKED, frame("hit", "ASSAULT", verbs="hit")])
    (hit,) = done.events
    assert (hit.trigger.text, ids(hit.actors), ids(hit.recipients)) == ("hit", ["RUS"], ["POL"])


# Stated causes.

EXPELLED = "Latvia/NNP/nsubj>2 expelled=expel/VBD/ROOT diplomats=diplomat/NNS/dobj>2"
FRAMES = (EXPEL, ATTACKED, VISIT)


def links(parse: str, trigger: str) -> list[tuple[str, str]]:
    """The kind of each link of an act, and the words of the act it leads to."""
    done = coded(parse, frames=FRAMES)
    named = {each.id: each.trigger.text for each in done.events}
    return [(link.kind, named[link.event]) for link in event(done, trigger).links]


def test_because_of_ties_an_act_to_its_cause() -> None:
    parse = f"{EXPELLED} because/IN/prep>2 of/IN/pcomp>4 the/DT/det>7 attack/NN/pobj>4 by/IN/prep>7 Russia/NNP/pobj>8 ."
    assert links(parse, "expelled diplomats") == [("because_of", "attack")]


def test_in_response_to_ties_an_act_to_what_it_answers() -> None:
    parse = (
        f"{EXPELLED} in/IN/prep>2 response/NN/pobj>4 to/IN/prep>5 an/DT/det>8 attack/NN/pobj>6 by/IN/prep>8 "
        "Russia/NNP/pobj>9 ."
    )
    assert links(parse, "expelled diplomats") == [("in_response_to", "attack")]


def test_despite_ties_an_act_to_what_did_not_keep_it_from_happening() -> None:
    parse = (
        "Despite/IN/prep>8 an/DT/det>3 attack/NN/pobj>1 by/IN/prep>3 Russia/NNP/pobj>4 , Latvia/NNP/nsubj>8 "
        "visited=visit/VBD/ROOT Kenya/NNP/dobj>8 ."
    )
    assert links(parse, "visited") == [("despite", "attack")]


def test_verb_that_prompts_ties_what_it_prompts_to_the_cause() -> None:
    parse = (
        "An/DT/det>2 attack/NN/nsubj>5 by/IN/prep>2 Russia/NNP/pobj>3 prompted=prompt/VBD/ROOT a/DT/det>7 "
        "visit/NN/dobj>5 to/IN/prep>7 Kyiv/NNP/pobj>8 by/IN/prep>7 Latvia/NNP/pobj>10 ."
    )
    done = coded(parse, frames=[ATTACKED, frame("visit-noun", nouns="visit", recipient=("to",))])
    (link,) = event(done, "visit").links
    assert (link.kind, link.event, link.cue.text) == ("because_of", event(done, "attack").id, "prompted")


def test_acts_side_by_side_are_not_tied() -> None:
    parse = (
        "Latvia/NNP/nsubj>2 visited=visit/VBD/ROOT Kenya/NNP/dobj>2 and/CC/cc>2 expelled=expel/VBD/conj>2 "
        "diplomats=diplomat/NNS/dobj>5 ."
    )
    assert links(parse, "visited") == []
    assert links(parse, "expelled diplomats") == []
