"""Event cells: takes the text of a cell, gives the day, the number or the code that it tells, or says what is wrong."""

import math
import re
from datetime import date
from functools import cache
from typing import NoReturn

from dragoman.knowledge.layouts import PACKS, load_layouts
from dragoman.knowledge.ontology import read_ontology
from dragoman.records.event import Quad


class Faulty(Exception):  # noqa: N818 - no error: whoever reads the line sets it aside
    """A cell cannot be understood."""


def day_in(cell: str) -> str:
    """An ISO day, of YYYYMMDD or of what begins with YYYY-MM-DD."""
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", cell)
    try:
        return date(*(int(part) for part in found.groups())).isoformat() if found else _no("day", cell)
    except ValueError:
        return _no("day", cell)


def number_in(cell: str) -> float | None:
    """A number, if there is one."""
    if not cell:
        return None
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    return number if math.isfinite(number) else _no("number", cell)


def cameo_in(cell: str) -> str:
    """A CAMEO code."""
    return cell if re.fullmatch(r"(0[1-9]|1\d|20)\d{0,2}", cell) else _no("CAMEO code", cell)


def type_of(cameo: str) -> str | None:
    """PLOVER's type of a CAMEO code, or of the code above it that is known; None for what PLOVER drops."""
    known = load_layouts().cameo
    row = next((known[cameo[:length]] for length in range(len(cameo), 1, -1) if cameo[:length] in known), None)
    return row.type if row is not None else None


def quad_of(type_: str | None, told: str) -> Quad | None:
    """The quad class of a type; without one, that which the file tells by number or in words."""
    quad = _quads().get(type_ or "")
    quads = load_layouts().file.quads
    words = {known.replace("_", " "): known for known in quads.values()}
    return quad or quads.get(told) or words.get(told.lower())


@cache
def _quads() -> dict[str, Quad]:
    return {name: type_.quad for name, type_ in read_ontology(PACKS / "plover").types.items()}


def _no(what: str, cell: str) -> NoReturn:
    raise Faulty(f"'{cell}' is no {what}")
