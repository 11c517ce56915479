"""Acts of speech and the acts that they are about."""

from tests.parses import coded, content, event, frame, ids

from dragoman.records.event import Coded

VISIT = frame("visit", verbs="visit")
SEND = frame("send", "AID", verbs="send", recipient=("to",))
ATTACK = frame("attack", "ASSAULT", verbs="attack")
INVITE = frame("invite", "CONSULT", verbs="invite")
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
