"""Whom the text before leaves clear: candidates, the latest first, with what was told of them."""

import numpy as np
from tests.parses import frame, pack_with, passage, readings

from dragoman.events.finder import EventFinder
from dragoman.events.judging.context import Context, Open, open_sides
from dragoman.events.judging.context_judge import ContextJudge, as_people

FRAMES = (
    frame("accuse", "ACCUSE", verbs="accuse"),
    frame("recall", "SANCTION", verbs="recall", recipient=("from",)),
    frame("talks", "CONSULT", verbs="meet", reciprocal=True),
)
ACCUSED = "Iran/NNP/nsubj>2 accused=accuse/VBD/ROOT Iraq/NNP/dobj>2 ."
RECALLED = "Iran/NNP/nsubj>2 recalled=recall/VBD/ROOT its=its/PRP$/poss>4 envoys=envoy/NNS/dobj>2 ."
TYPES = ("ACCUSE", "CONSULT", "SANCTION")
RECIPIENT = Open(side="recipient", doubt="open")


def told(*parses: str):
    read, pack = passage(*parses), pack_with(*FRAMES)
    read_ = readings(read, pack=pack)
    drafts, _ = EventFinder(pack).drafts(read.document, read_)
    return read_, drafts


def test_act_without_a_recipient_has_an_open_side() -> None:
    _, drafts = told(ACCUSED, RECALLED)
    assert [open_sides(draft) for draft in drafts] == [[], [RECIPIENT]]


def test_side_named_by_a_pronoun_is_doubtful() -> None:
    _, drafts = told(ACCUSED, "It/PRP/nsubj>2 accused=accuse/VBD/ROOT Japan/NNP/dobj>2 .")
    (doubtful,) = open_sides(drafts[-1])
    assert (doubtful.side, doubtful.doubt) == ("actor", "pronoun")


def test_whoever_fills_a_doubtful_side_is_a_candidate_too() -> None:
    read, drafts = told(ACCUSED, "It/PRP/nsubj>2 accused=accuse/VBD/ROOT Japan/NNP/dobj>2 .")
    (doubtful,) = open_sides(drafts[-1])
    candidates = Context(read, drafts, TYPES).candidates(drafts[-1], doubtful)
    assert {candidate.participant.id for candidate in candidates} == {"IRN", "IRQ"}


def test_meeting_of_two_has_no_open_side() -> None:
    _, drafts = told("Iran/NNP/nsubj>4 and/CC/cc>1 Iraq/NNP/conj>1 met=meet/VBD/ROOT .")
    assert open_sides(drafts[0]) == []


def test_candidates_are_those_named_before_but_for_the_actor() -> None:
    read, drafts = told("Japan/NNP/nsubj>2 grew=grow/VBD/ROOT .", ACCUSED, RECALLED)
    candidates = Context(read, drafts, TYPES).candidates(drafts[-1], RECIPIENT)
    assert [candidate.participant.id for candidate in candidates] == ["IRQ", "JPN"]


def test_nobody_named_after_the_act_is_a_candidate() -> None:
    read, drafts = told(RECALLED, ACCUSED)
    assert Context(read, drafts, TYPES).candidates(drafts[0], RECIPIENT) == []


def test_recipient_of_the_act_before_differs_in_its_features_from_a_bystander() -> None:
    read, drafts = told(ACCUSED, "Japan/NNP/nsubj>2 grew=grow/VBD/ROOT .", RECALLED)
    first, second = Context(read, drafts, TYPES).candidates(drafts[-1], RECIPIENT)
    assert first.features.shape == second.features.shape
    assert not np.array_equal(first.features, second.features)


def judge_with(score: float, folder, width: int) -> ContextJudge:
    """A judge that gives every candidate the same score."""
    np.savez(
        folder / "context.npz",
        inner_weight=np.zeros((2, width)),
        inner_bias=np.zeros(2),
        outer_weight=np.zeros((1, 2)),
        outer_bias=np.array([score]),
    )
    return ContextJudge(folder, TYPES)


def test_likeliest_candidate_fills_the_side_and_the_steps_say_so(tmp_path) -> None:
    read, drafts = told(ACCUSED, RECALLED)
    width = Context(read, drafts, TYPES).candidates(drafts[-1], RECIPIENT)[0].features.size
    judge_with(2.0, tmp_path, width)(read, drafts, least=0.5)
    assert [one.id for one in drafts[-1].recipients] == ["IRQ"]
    assert drafts[-1].steps[-1] == "recipient IRQ: named before, and the likeliest here (0.88)"


def test_side_stays_open_where_nobody_is_likely_enough(tmp_path) -> None:
    read, drafts = told(ACCUSED, RECALLED)
    width = Context(read, drafts, TYPES).candidates(drafts[-1], RECIPIENT)[0].features.size
    judge_with(-2.0, tmp_path, width)(read, drafts, least=0.5)
    assert drafts[-1].recipients == []


def test_people_stay_people_whoever_of_their_state_was_named_before() -> None:
    read, _ = told(
        "Iraqi/JJ/amod>2 police=police/NNS/nsubj>3 left=leave/VBD/ROOT .", "Protesters/NNS/nsubj>2 came=come/VBD/ROOT ."
    )
    police = read[0].mentions[1].participants[0]
    protesters = read[1].mentions[0].participants[0]
    assert (police.id, police.sector) == ("IRQ", "COP")
    found = as_people(police, protesters)
    assert (found.id, found.kind, found.sector, found.text) == ("IRQ", protesters.kind, protesters.sector, "Protesters")
    assert as_people(police, police) == police
