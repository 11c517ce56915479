"""Scoring: takes two cards, gives how likely they tell one act (0 … 1), and why.

Signs are weighed by `across` in same_acts.yaml; training/acts.py fits the weights on labelled reports.
"""

from collections.abc import Mapping
from math import exp

from dragoman.acts.card import Card
from dragoman.acts.days import Window, apart
from dragoman.acts.keys import TOLERANCE
from dragoman.records.event import Status

Signs = Mapping[str, float]

# What may become of an act, or be said of it, leaves it the same act; asking for it or threatening it is another one.
_STANDINGS: Mapping[Status, str] = {
    "occurred": "act", "planned": "act", "possible": "act", "cancelled": "act", "negated": "act",
    "pledged": "pledge", "requested": "request", "threatened": "threat",
}  # fmt: skip
_SPEECH = frozenset({"pledge", "act"})
# Types between which one act is often told: a deal is sealed or agreed, a seizure is an attack or an arrest.
_AKIN = frozenset(
    map(frozenset, (("AGREE", "SUPPORT"), ("SANCTION", "COERCE"), ("ASSAULT", "COERCE"), ("CONCEDE", "RETREAT")))
)


def score_of(one: Card, other: Card, weights: Signs, *, reprint: bool = False) -> float:
    """How likely the two tell one act, 0 … 1; `reprint` says that one document reprints the other."""
    signs = signs_of(one, other, reprint=reprint)
    if signs is None:
        return 0.0
    total = 0.0
    for name, value in signs.items():
        if value:
            total += weights.get(name, 0.0) * value
    return round(1 / (1 + exp(-total)), 4)


def signs_of(one: Card, other: Card, *, reprint: bool = False) -> dict[str, float] | None:
    """The signs for and against one act, by the names of the weights; None where they cannot tell one."""
    if _other_standing(one, other) or _nothing_in_common(one, other):
        return None
    signs = {"always": 1.0, "one text": float(reprint and one.trigger == other.trigger)}
    signs.update(_kinds(one, other))
    signs.update(_sides(one, other))
    signs.update(_times(one.window, other.window))
    signs.update(_places(one, other))
    signs.update(_words(one, other))
    signs.update(_together(signs))
    return signs


def _together(signs: Signs) -> dict[str, float]:
    """Signs that tell more together than each by itself."""
    sides, type_, words = signs["same sides"], signs["same type"], signs["same words"]
    day = signs.get("same day", 0.0)
    return {
        "same sides on one day": sides * day,
        "same sides, other type": sides * (1.0 - type_),
        "same sides, type and words": sides * type_ * words,
        "same sides and type, other words": sides * type_ * signs["other words"],
        "same type and words on one day": type_ * words * day,
        "same sides, common words": sides * signs["several common words"],
        "like trigger, same sides": sides * signs["like trigger"],
    }


def _other_standing(one: Card, other: Card) -> bool:
    here, there = _STANDINGS[one.status], _STANDINGS[other.status]
    return here != there and {here, there} != _SPEECH


def _nothing_in_common(one: Card, other: Card) -> bool:
    """Whether they are of other types and have, beside sides and days that may be guessed, nothing that ties them.

    The same two states do many things in a week; of other types they are told in other words only now and then.
    """
    if one.type == other.type:
        return False
    told = one.window is not None and other.window is not None and one.window.told and other.window.told
    tied = one.families & other.families or one.stems & other.stems or one.figures & other.figures
    akin = one.sides == other.sides and frozenset((one.type, other.type)) in _AKIN
    return not (tied or akin or one.words & other.words or (told and len(one.sides & other.sides) > 1))


def _kinds(one: Card, other: Card) -> dict[str, float]:
    same = one.type == other.type
    return {
        "same type": float(same),
        "same words": float(bool(one.families & other.families) or one.trigger == other.trigger),
        "like trigger": float(bool(one.stems & other.stems)),
        "other words": float(bool(one.families) and bool(other.families) and not one.families & other.families),
        "other mode": float(same and None not in {one.mode, other.mode} and one.mode != other.mode),
        "other standing": float(_STANDINGS[one.status] != _STANDINGS[other.status]),
        "same status": float(one.status == other.status),
    }


def _sides(one: Card, other: Card) -> dict[str, float]:
    return {
        "same actors": _shared(one.actors, other.actors),
        "same recipients": _shared(one.recipients, other.recipients),
        "same sides": _shared(one.sides, other.sides),
        "other actors": float(_apart(one.actors, other.sides) and _apart(one.sides, other.actors)),
        "other recipients": float(_apart(one.recipients, other.recipients)),
        "side left open": float(not one.recipients or not other.recipients),
        "turned round": float(_turned(one, other)),
    }


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of those named that both name; 0 where a side is open."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _turned(one: Card, other: Card) -> bool:
    """Whether each acts on the other: "A struck B" and "B struck A" are two acts."""
    across = one.actors & other.recipients and one.recipients & other.actors
    return bool(across) and not one.actors & other.actors


def _times(one: Window | None, other: Window | None) -> dict[str, float]:
    if one is None or other is None:
        return {"no day": 1.0}
    gap = apart(one, other)
    both = one.told and other.told
    return {
        "same day": float(one.exact and other.exact and gap == 0),
        "next day": float(both and gap == TOLERANCE),
        "other day": float(both and gap > TOLERANCE),
        "days overlap": float(both and gap == 0 and not (one.exact and other.exact)),
        "day guessed": float(not both and gap == 0),
        "days apart": float(min(gap, 7)) if not both else 0.0,
        "only a year": float(one.long != other.long),
        "both guessed": float(not one.told and not other.told),
        "reported apart": float(min(abs(one.last - other.last), 10)) / 10 if not both else 0.0,
    }


def _places(one: Card, other: Card) -> dict[str, float]:
    if one.place is None or other.place is None:
        return {}
    same = one.place == other.place
    return {
        "same place": float(same and one.exact_place),
        "other place": float(not same and one.exact_place and other.exact_place),
        "other country": float(
            None not in {one.place_country, other.place_country} and one.place_country != other.place_country
        ),
    }


def _words(one: Card, other: Card) -> dict[str, float]:
    common = len(one.words & other.words)
    shorter = min(len(one.words), len(other.words))
    figures = bool(one.figures) and bool(other.figures)
    return {
        "common words": common / shorter if shorter else 0.0,
        "several common words": float(min(common, 6)) / 6,
        "same figure": float(figures and bool(one.figures & other.figures)),
        "other figures": float(figures and not one.figures & other.figures),
    }


def reasons_of(one: Card, other: Card, *, reprint: bool = False) -> tuple[str, ...]:
    """What speaks for one act, in words that a reader can check."""
    reasons = [f"both {one.type}" if one.type == other.type else f"{one.type} and {other.type}"]
    if sides := one.sides & other.sides:
        reasons.append(f"same sides: {', '.join(sorted(sides))}")
    if (one.families & other.families) or one.trigger == other.trigger:
        reasons.append(f"like words: “{one.trigger}”, “{other.trigger}”")
    if one.window and other.window:
        told = one.window.told and other.window.told
        gap = apart(one.window, other.window)
        reasons.append(
            f"{'days told' if told else 'days, one by its publication,'} {f'{gap} apart' if gap else 'agree'}"
        )
    if one.place and one.place == other.place:
        reasons.append(f"same place: {one.place}")
    if figures := one.figures & other.figures:
        reasons.append(f"same figure: {', '.join(f'{figure:g}' for figure in sorted(figures))}")
    if reprint:
        reasons.append("reprints of one text")
    return tuple(reasons)
