"""What the judge makes of proposals: an act falls, stays, is told as another, or is written down without a frame."""

from dataclasses import dataclass, field, replace

from tests.parses import frame, pack_with, passage, readings

from dragoman.events.finder import EventFinder
from dragoman.events.judging.judges import Judges
from dragoman.events.judging.verdict import Verdict
from dragoman.records.event import Coded

TYPES = ("ACCUSE", "AID", "CONSULT", "REJECT", "REQUEST", "SANCTION")
STATUSES = ("occurred", "planned", "pledged", "requested", "threatened", "possible", "cancelled", "negated")
SANCTION = frame("sanction", "SANCTION", verbs="sanction")
SANCTIONED = "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."
SPURNED = "Japan/NNP/nsubj>2 spurned=spurn/VBD/ROOT Iran/NNP/dobj>2 ."


@dataclass(frozen=True)
class Says:
    """Judges every proposal alike, its first mention as actor and its last as recipient with these shares."""

    act: float = 0.9
    type: str = "SANCTION"
    sure: float = 0.9
    status: str = "occurred"
    actor: float = 0.9
    recipient: float = 0.9
    types: tuple[str, ...] = field(default=TYPES)

    def __call__(self, readings):
        return [{one.clause.head: self._verdict(reading) for one in proposals} for reading, proposals in readings]

    def _verdict(self, reading) -> Verdict:
        heads = sorted(reading.mentions)
        sides = dict.fromkeys(heads, (1.0, 0.0, 0.0))
        sides[heads[0]] = (1 - self.actor, self.actor, 0.0)
        sides[heads[-1]] = (1 - self.recipient, 0.0, self.recipient)
        rest = (1 - self.sure) / (len(self.types) - 1)
        return Verdict(
            act=self.act,
            types={name: self.sure if name == self.type else rest for name in self.types},
            statuses={name: 0.93 if name == self.status else 0.01 for name in STATUSES},
            sides=sides,
        )


def judged(parse: str, judge: Says, *, frames=(SANCTION,)) -> Coded:
    read = passage(parse)
    pack = pack_with(*frames)
    return EventFinder(pack, Judges(acts=judge, context=None))(read.document, readings(read, pack=pack))


def test_act_that_the_judge_confirms_stays_with_its_frame() -> None:
    (event,) = judged(SANCTIONED, Says()).events
    assert (event.type, event.why.frame) == ("SANCTION", "sanction")
    assert event.why.judged is not None
    assert event.why.judged.act == 0.9


def test_act_that_the_judge_takes_for_none_falls_with_the_reason() -> None:
    coded = judged(SANCTIONED, Says(act=0.01))
    assert coded.events == ()
    assert [dropped.reason for dropped in coded.dropped] == ["judged to be no act (0.01)"]


def test_act_without_a_frame_is_written_down_when_the_judge_is_sure() -> None:
    (event,) = judged(SPURNED, Says(type="REJECT")).events
    assert (event.type, event.why.frame) == ("REJECT", "judged-reject")
    assert ([one.id for one in event.actors], [one.id for one in event.recipients]) == (["JPN"], ["IRN"])


def test_act_without_a_frame_is_left_out_when_the_judge_is_not_sure() -> None:
    assert judged(SPURNED, Says(type="REJECT", act=0.3)).events == ()


def test_act_without_a_frame_and_without_participants_is_left_out() -> None:
    assert judged(SPURNED, Says(type="REJECT", actor=0.1, recipient=0.1)).events == ()


def test_surer_type_of_the_judge_counts_and_is_told_in_the_steps() -> None:
    (event,) = judged(SANCTIONED, Says(type="ACCUSE", sure=0.99)).events
    assert event.type == "ACCUSE"
    assert "judged ACCUSE (0.99), not SANCTION" in event.why.steps


def test_unsure_type_of_the_judge_does_not_count() -> None:
    assert judged(SANCTIONED, Says(type="ACCUSE", sure=0.4)).events[0].type == "SANCTION"


def test_status_of_the_judge_counts_without_a_cue() -> None:
    (event,) = judged(SANCTIONED, Says(status="planned")).events
    assert (event.status, event.status_cue) == ("planned", None)


def test_participant_whom_the_judge_rules_out_is_left_out() -> None:
    accuse = frame("accuse", "ACCUSE", verbs="accuse")
    parse = "Japan/NNP/nsubj>2 accused=accuse/VBD/ROOT Iran/NNP/dobj>2 ."
    (event,) = judged(parse, Says(type="ACCUSE", recipient=0.02), frames=(accuse,)).events
    assert event.recipients == ()


def test_nobody_becomes_a_recipient_of_his_own_act() -> None:
    parse = (
        "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT goods=good/NNS/dobj>2 of/IN/prep>3 its=its/PRP$/poss>6 "
        "neighbours=neighbour/NNS/pobj>4 ."
    )
    (event,) = judged(parse, Says()).events
    assert [one.id for one in event.actors] == ["JPN"]
    assert "JPN" not in {one.id for one in event.recipients}


def test_type_of_a_users_own_pack_is_left_to_its_frame() -> None:
    known = Says(act=0.01)
    own = replace(known, types=("ACCUSE", "AID"), type="AID")
    assert judged(SANCTIONED, own).events[0].type == "SANCTION"


def test_who_receives_is_no_giver_where_the_giver_is_not_named() -> None:
    receive = frame(
        "receive", "AID", verbs="receive", actor=("from",), recipient=("doer",), needs=frozenset({"actor", "recipient"})
    )
    parse = "Moldova/NNP/nsubj>2 received=receive/VBD/ROOT generators=generator/NNS/dobj>2 ."
    coded = judged(parse, Says(type="AID", recipient=0.0), frames=(receive,))
    assert coded.events == ()
    assert any("no actor" in candidate.reason for candidate in coded.dropped)


def test_words_that_tell_no_act_of_a_type_are_none_whatever_the_judge_says() -> None:
    spurn = frame("spurn", "REJECT", verbs="spurn", no_act=True)
    coded = judged(SPURNED, Says(type="REJECT"), frames=(spurn,))
    assert coded.events == ()
    assert [dropped.reason for dropped in coded.dropped] == ["these words tell no REJECT"]


def test_words_that_tell_no_act_of_a_type_may_tell_one_of_another() -> None:
    spurn = frame("spurn", "REJECT", verbs="spurn", no_act=True)
    (event,) = judged(SPURNED, Says(type="AID"), frames=(spurn,)).events
    assert event.why.frame == "judged-aid"


def test_refusal_that_a_negation_tells_has_occurred() -> None:
    parse = "Japan/NNP/nsubj>4 did=do/VBD/aux>4 not/RB/neg>4 trust/VB/ROOT Iran/NNP/dobj>4 ."
    (event,) = judged(parse, Says(type="REJECT", status="negated")).events
    assert (event.type, event.status, event.status_cue) == ("REJECT", "occurred", None)


def test_other_act_that_is_negated_stays_negated() -> None:
    parse = "Japan/NNP/nsubj>4 did=do/VBD/aux>4 not/RB/neg>4 trust/VB/ROOT Iran/NNP/dobj>4 ."
    assert judged(parse, Says(type="AID", status="negated")).events[0].status == "negated"


def test_object_of_a_verb_is_not_told_again_as_an_act_of_the_same_type() -> None:
    fire = frame("fire", "SANCTION", verbs="fire", recipient=("at",))
    bullets = frame("bullet", "AID", nouns="bullet", only={"of": ("rubber",)})
    parse = "Japan/NNP/nsubj>2 fired=fire/VBD/ROOT bullets=bullet/NNS/dobj>2 at/IN/prep>2 Iran/NNP/pobj>4 ."
    (event,) = judged(parse, Says(), frames=(fire, bullets)).events
    assert event.why.frame == "fire"
