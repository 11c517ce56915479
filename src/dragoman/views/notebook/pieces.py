"""Pieces: takes words, gives HTML in which they are words: what comes from outside is escaped here, and only here."""

import re
from collections.abc import Iterable
from html import escape

from dragoman.records.act import Act, Party
from dragoman.records.event import Event
from dragoman.records.participant import Participant
from dragoman.views.signs import STATUS
from dragoman.views.visible import visible

NOBODY = "somebody"
_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?(e[-+]?\d+)?|…")


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def words(text: str) -> Html:
    """The words, escaped; what could steer a reader's screen is shown as a picture."""
    return Html(escape(visible(text)))


def join(pieces: Iterable[str], between: str = "") -> Html:
    """The pieces one after another; what is no HTML yet is escaped."""
    return Html(words(between).join(one if isinstance(one, Html) else words(one) for one in pieces))


def tag(name: str, *within: str, class_: str = "", **attributes: str) -> Html:
    """An element with what stands within it."""
    told = {"class": class_, **attributes}
    written = "".join(f' {key}="{words(value)}"' for key, value in told.items() if value)
    return Html(f"<{name}{written}>{join(within)}</{name}>")


def parties(several: Iterable[Participant | Party]) -> str:
    """Who: each once, with the sector where that is not the government as a whole."""
    names = (f"{one.name} {one.sector}" if one.sector not in {None, "GOV"} else one.name for one in several)
    return ", ".join(dict.fromkeys(names)) or NOBODY


def verb(act: Act | Event) -> Html:
    """What is done, underlined in the colour of its class, with the sign and the word of its status."""
    mode = f" {act.mode}" if act.mode else ""
    return join([STATUS[act.status], " ", tag("span", f"{act.type}{mode}", class_=f"q {act.quad}"), " ", act.status])


def deed(act: Act | Event) -> Html:
    """Who does what to whom, in a line."""
    to = join([" → ", tag("b", parties(act.recipients))]) if act.recipients else ""
    return tag("p", tag("b", parties(act.actors)), " ", verb(act), to)


def facts(rows: Iterable[tuple[str, str]]) -> Html:
    """What is known, a row each; rows without anything are left out."""
    return tag("table", *(tag("tr", tag("th", name, scope="row"), tag("td", told)) for name, told in rows if told))


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Html:
    """Rows under their columns. Columns of numbers stand to the right."""
    names, told = list(columns), [list(row) for row in rows]
    numbers = [_are_numbers(row[place] for row in told) for place in range(len(names))]
    classes = ["number" if number else "" for number in numbers]
    head = [tag("th", name, class_=class_, scope="col") for name, class_ in zip(names, classes, strict=True)]
    body = [
        tag("tr", *(tag("td", cell, class_=class_) for cell, class_ in zip(row, classes, strict=True))) for row in told
    ]
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *body))


def _are_numbers(cells: Iterable[str]) -> bool:
    told = [cell for cell in cells if cell]
    return bool(told) and all(_NUMBER.fullmatch(cell) for cell in told)
