"""PETRARCH's codes: takes what stands in brackets, `AFGGOV 020613-041207`; gives whose it is, sector and dates."""

import re
from dataclasses import dataclass

from dragoman.imports.dates import compact_date, day_after, is_disordered
from dragoman.imports.tables import Book, PetrarchFile
from dragoman.knowledge.world_shapes import Sector
from dragoman.records.participant import Kind

_CODE = re.compile(r"~?\s*([A-Za-z]+|-+)\s*(.*)")
_DATES = re.compile(r"([<>]?)\s*(\d+)(?:\s*-\s*(\d+))?")
_NOBODY = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code, understood. `owner` is the id of the state or organisation, `bare` says that nothing more is coded."""

    text: str
    owner: str | None
    country: str | None
    kind: Kind | None
    sector: Sector | None
    office: str | None
    roles: tuple[str, ...]
    bare: bool
    start: str | None = None
    end: str | None = None

    @property
    def dated(self) -> bool:
        """Whether it holds in a time only."""
        return self.start is not None or self.end is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Reads codes by the tables of petrarch.yaml."""

    book: Book
    table: PetrarchFile

    def read(self, text: str) -> Code | str:
        """The code in a pair of brackets, or why it is none."""
        found = _CODE.fullmatch(text.strip())
        if found is None:
            return f"[{text}] is no code"
        if found[1].startswith(_NOBODY):
            return f"[{text}] codes nobody"
        span = _span(found[2])
        if isinstance(span, str):
            return f"[{text}] {span}"
        code = self._understood(found[1].upper(), *span)
        if text.strip().startswith("~") and isinstance(code, Code) and code.owner is None:
            return f"[{text}] codes an agent, which is an actor only with a state before it"
        return code

    def _understood(self, code: str, start: str | None, end: str | None) -> Code | str:
        pieces = [code[place : place + 3] for place in range(0, len(code), 3)]
        first, *others = pieces
        if len(pieces[-1]) < 3:
            return f"[{code}] is no row of three-letter pieces"
        country = self.book.state(first)
        international = self.table.international.get(first)
        if not (country or international or first in self.table.regions or first in self.table.roles):
            return f"[{code}] begins with {first}, which is no state, region or role of petrarch.yaml"
        if country is None and international is None and first in self.table.roles:
            others = pieces
        roles = tuple(piece for piece in others if piece in self.table.roles)
        sector = self.table.roles[roles[0]] if roles else None
        if international and (international.sector or international.kind == "igo"):
            sector = international.sector
        named = [piece for piece in others if piece in self.table.organisations] if first == "IGO" else []
        # The last piece names the narrowest body: IGO UNO REF HCR is the High Commissioner for Refugees.
        organisation = self.table.organisations[named[-1]] if named else None
        told = {*named, *self.table.regions} if named else set()
        return Code(
            text=code,
            owner=country or (organisation if organisation in self.book.world.ids else None),
            country=country,
            kind=international.kind if international else None,
            sector=sector,
            office=(international.office if international else None) or self.table.offices.get(sector or ""),
            roles=roles,
            bare=not others if country else bool(named) and told.issuperset(others),
            start=start,
            end=end,
        )


def _span(text: str) -> tuple[str | None, str | None] | str:
    """From when until when; PETRARCH's ranges include their last day."""
    if not text.strip():
        return None, None
    found = _DATES.fullmatch(text.strip())
    if found is None:
        return "has dates that are none; write >YYMMDD, <YYMMDD or YYMMDD-YYMMDD"
    first = compact_date(found[2])
    last = compact_date(found[3]) if found[3] else None
    if first is None or (found[3] and last is None):
        return "has a day that is none"
    if last is not None:
        return "ends before it starts" if is_disordered(first, last) else (first, day_after(last))
    return (None, first) if found[1] == "<" else (first, None)
