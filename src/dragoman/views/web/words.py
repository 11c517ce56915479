"""Words: takes records, gives them as pages say them: parties, days, statuses, quotes; and where each has its page."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import get_args

from dragoman.records.act import Act, ActDate, Party
from dragoman.records.entry import Entry, EntryKind, State
from dragoman.records.event import Event, Quad, Status
from dragoman.records.participant import Kind, Participant
from dragoman.records.span import DateSpan
from dragoman.store.answering import Passage
from dragoman.views.signs import CHANGES, STATUS, STATUS_MEANINGS, days, in_100, quad_words
from dragoman.views.web.asked import address

Somebody = Party | Participant
BLANKS = re.compile(r"\s+")
CLIP = 220  # characters of a quote that a list shows; the page of the act has all of them
QUADS: tuple[Quad, ...] = get_args(Quad)
KINDS: Mapping[EntryKind, str] = {
    "commitment": "Promises", "ask": "Asks", "measure": "Measures", "meeting": "Meetings", "dispute": "Disputes",
}  # fmt: skip
TONES: Mapping[State, str] = {
    **dict.fromkeys(("kept", "met", "held", "settled"), "good"),
    **dict.fromkeys(("partly kept", "partly met", "postponed", "easing", "overdue"), "half"),
    **dict.fromkeys(("broken", "refused", "in force"), "bad"),
    **dict.fromkeys(("open", "planned", "announced", "said"), "open"),
    **dict.fromkeys(("withdrawn", "cancelled", "lifted"), "past"),
}
STATE_SIGNS: Mapping[State, str] = {
    "kept": "✓", "met": "✓", "held": "✓", "settled": "✓", "partly kept": "◐", "partly met": "◐", "easing": "◐",
    "overdue": "△", "postponed": "»", "broken": "✕", "refused": "✕", "in force": "■", "open": "○", "planned": "▷",
    "announced": "▷", "said": "“", "withdrawn": "«", "cancelled": "×", "lifted": "□",
}  # fmt: skip
"""Every state has a sign beside its colour, so that none is told by colour alone."""


def line(text: str) -> str:
    """Words without the line breaks of their page."""
    return BLANKS.sub(" ", text).strip()


def clipped(text: str, most: int = CLIP) -> str:
    """The beginning of long words; what is left out is told by dots."""
    return clipped_end(line(text), most)


def clipped_end(text: str, most: int = CLIP) -> str:
    """The same, with the blanks at its beginning kept: what follows a marked word."""
    if len(text) <= most:
        return text
    end = text.rfind(" ", 0, most)
    return f"{text[: end if end > most // 2 else most]} …"


def clipped_start(text: str, most: int = CLIP) -> str:
    """The end of long words, whatever stands before a marked word."""
    if len(text) <= most:
        return text
    start = text.find(" ", len(text) - most)
    return f"… {text[start + 1 if 0 <= start < len(text) - most // 2 else len(text) - most :]}"


def name_of(one: Somebody) -> str:
    """The name, with the sector where that is not the government as a whole: Russia, Russia MIL."""
    return f"{one.name} {one.sector}" if one.sector not in {None, "GOV"} else one.name


def party_page(one: Somebody) -> str:
    """The page of who acts."""
    return address("actors", one.id)


def pair_page(one: str, other: str) -> str:
    """The page of two who deal with each other."""
    return address("pairs", one, other)


def date_words(date_: ActDate | DateSpan | None) -> str:
    """A day as exact as it was told, or the words themselves where they could not be resolved; empty for none."""
    if date_ is None:
        return ""
    if date_.start is None or date_.precision == "relative":
        return f"“{date_.text.text}”" if isinstance(date_, DateSpan) else ""
    return days(date_.start, date_.end or date_.start, date_.precision)


def long_day(day: str | None) -> str:
    """25 January 2023; a day that is not known is "undated"."""
    if not day:
        return "undated"
    told = date.fromisoformat(day)
    return f"{told.day} {told:%B %Y}"


def day_of_act(act: Act) -> str:
    """When it happened or is to happen, else when it was first reported."""
    return date_words(act.date) or act.first_reported or "undated"


def sentence(act: Act | Event) -> str:
    """An act in one line: Germany: AID pledged → Ukraine."""
    by = ", ".join(name_of(one) for one in act.actors) or "somebody"
    to = ", ".join(name_of(one) for one in act.recipients)
    return f"{by}: {act.type} {act.status}" + (f" → {to}" if to else "")


def entry_sentence(entry: Entry) -> str:
    """An entry in one line: Germany → Ukraine: commitment, kept."""
    to = ", ".join(name_of(one) for one in (entry.to or entry.about))
    by = ", ".join(name_of(one) for one in entry.by) or "somebody"
    return f"{by}{f' → {to}' if to else ''}: {entry.kind}, {entry.state}"


def cut(passage: Passage) -> tuple[str, str, str]:
    """The words before the trigger, the trigger, and those behind it, without line breaks."""
    start, end = passage.trigger
    texts = (passage.text[:start], passage.text[start:end], passage.text[end:])
    before, trigger, after = (BLANKS.sub(" ", part) for part in texts)
    return before, trigger, after


def css(word: str) -> str:
    """A status, state or quad class as the name of a style."""
    return word.replace("_", "-").replace(" ", "-")


def status_sign(status: Status) -> str:
    """The sign of a status."""
    return STATUS[status]


def state_sign(state: State) -> str:
    """The sign of a state of the ledger."""
    return STATE_SIGNS[state]


def tone(state: State) -> str:
    """Whether a state is a good end, a bad one, half of one, still open, or past."""
    return TONES[state]


def told_day(entry: Entry) -> str:
    """When an entry was made, else when it was first told."""
    return date_words(entry.made_on) or (entry.history[0].day if entry.history else None) or "undated"


def counted(number: int, one: str, several: str | None = None) -> str:
    """1 report, 2 reports, 1,200 reports."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def signed(number: float) -> str:
    """+3, −2.5, 0: with the sign that is as wide as a plus."""
    return f"{number:+g}".replace("-", "−") if number else "0"


def tone_words(intensity: float) -> str:
    """How sharply a passage judges whom it is about, in words."""
    if abs(intensity) < 0.5:
        return "neither friendly nor hostile"
    how = "very " if abs(intensity) >= 2.5 else "somewhat " if abs(intensity) < 1.5 else ""
    return f"{how}{'friendly' if intensity > 0 else 'hostile'}"


def unique(parties: Iterable[Somebody]) -> list[Somebody]:
    """Each party once."""
    return list({one.id: one for one in parties}.values())


def kind_words(kind: Kind) -> str:
    """What kind of party it is: igo is an international organisation."""
    return "international organisation" if kind == "igo" else kind


FILTERS: Mapping[str, Callable[..., object]] = {
    "line": line, "clipped": clipped, "clipped_end": clipped_end, "clipped_start": clipped_start,
    "name": name_of, "party_page": party_page, "date": date_words,
    "long_day": long_day, "day_of_act": day_of_act, "sentence": sentence, "entry_sentence": entry_sentence, "cut": cut,
    "css": css, "status_sign": status_sign, "state_sign": state_sign, "tone": tone, "told_day": told_day,
    "counted": counted, "signed": signed, "tone_words": tone_words,
    "unique": unique, "in_100": in_100, "quad_words": quad_words, "kind_words": kind_words,
}  # fmt: skip
WORDS: Mapping[str, object] = {
    "QUADS": QUADS, "STATUSES": STATUS, "STATUS_MEANINGS": STATUS_MEANINGS, "KINDS": KINDS, "CHANGES": CHANGES,
    "pair_page": pair_page,
}  # fmt: skip
