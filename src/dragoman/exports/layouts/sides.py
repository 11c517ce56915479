"""Sides: takes a side of an act, gives its CAMEO code and the pieces of it, as GDELT and Phoenix have them."""

from dataclasses import dataclass
from typing import Literal

from dragoman.exports.layouts.telling import state_of
from dragoman.knowledge.layouts import load_layouts
from dragoman.records.act import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSide:
    """`code` is the whole; `country` its first piece, if that is a state or a region; `group` a known group.

    `roles` are what it is ("IGO", "GOV", "MIL"), the most telling first.
    """

    code: str = ""
    country: str = ""
    group: str = ""
    roles: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The code in pieces of three letters."""
        return tuple(self.code[start : start + 3] for start in range(0, len(self.code), 3))


def coded_side(party: Party | None, *, states: Literal["cameo", "iso"]) -> CodedSide:
    """The code of a side; all pieces are empty where nobody is named.

    Args:
        party: the side.
        states: whether states have CAMEO's codes, as in GDELT, or those of ISO 3166-1, as in Phoenix.
    """
    if party is None:
        return CodedSide()
    known = load_layouts().organisations.get(party.id)
    if known is not None:
        country = known.region or _country(state_of(party), states)
        return CodedSide(code=known.code, country=country, group=known.group, roles=known.roles)
    if party.kind == "igo":
        return CodedSide(code="IGO", roles=("IGO",))
    country = _country(state_of(party), states)
    role = role_of(party)
    return CodedSide(code=country + role, country=country, roles=(role,) if role else ())


def role_of(party: Party) -> str:
    """CAMEO's role for the side's sector."""
    row = load_layouts().sectors.get(party.sector or "")
    return (row.cameo or "") if row is not None else ""


def _country(state: str | None, states: Literal["cameo", "iso"]) -> str:
    row = load_layouts().countries.get(state or "")
    return (state or "") if row is None or states == "iso" else row.cameo or row.id
