"""The judge with the shipped weights: shares that add up, for each proposal of each sentence."""

from functools import cache

import pytest
from tests.parses import reading, shipped_pack

from dragoman.events.judging.judges import Judges
from dragoman.events.judging.proposing import Proposing
from dragoman.events.matching.matcher import Matcher
from dragoman.events.standing.status import StatusReader
from dragoman.pipeline import load_judges

SANCTIONED = "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."
RAINED = "It/PRP/nsubj>2 rained=rain/VBD/ROOT ."


@cache
def judges() -> Judges:
    return load_judges()


def proposed(parse: str):
    pack, read = shipped_pack(), reading(parse)
    return read, Proposing(StatusReader(pack.status), pack.references.private_sectors)(
        read, *Matcher(pack.frames)(read)
    )


def test_shares_of_types_statuses_and_sides_add_up_to_one() -> None:
    ((verdict,),) = ([*found.values()] for found in judges().acts([proposed(SANCTIONED)]))
    assert sum(verdict.types.values()) == pytest.approx(1.0, abs=1e-4)
    assert sum(verdict.statuses.values()) == pytest.approx(1.0, abs=1e-4)
    assert all(sum(shares) == pytest.approx(1.0, abs=1e-4) for shares in verdict.sides.values())


def test_plain_act_is_judged_as_it_is_told() -> None:
    ((verdict,),) = ([*found.values()] for found in judges().acts([proposed(SANCTIONED)]))
    assert verdict.act > 0.5
    assert (verdict.type, verdict.status) == ("SANCTION", "occurred")
    assert verdict.sides[0][1] > 0.5
    assert verdict.sides[2][2] > 0.5


def test_sentence_without_proposals_has_no_verdicts() -> None:
    first, second = judges().acts([proposed(RAINED), proposed(SANCTIONED)])
    assert first == {}
    assert len(second) == 1


def test_same_sentence_is_judged_alike_twice() -> None:
    one, other = (judges().acts([proposed(SANCTIONED)])[0][1].act for _ in range(2))
    assert one == other
