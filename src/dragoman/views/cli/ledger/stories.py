"""Stories: takes an entry with all that became of it, gives the page that tells it from its beginning."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.desk.ledger import Chapter, Story
from dragoman.ledger.first_times import Verdict
from dragoman.ledger.readouts import Readout
from dragoman.records.entry import Entry, Quote
from dragoman.store.answering import Passage
from dragoman.views.cli.ledger.words import (
    COMPLIANCE,
    NOBODY,
    clipped,
    day_of,
    line,
    sides,
    state_word,
    turn_word,
)
from dragoman.views.cli.visible import visible

_VERDICTS: Mapping[Verdict, str] = {
    "borne out": "the ledger bears it out",
    "contradicted": "the ledger knows of a later one",
    "open": "the ledger has none that would tell",
}


def whole_story(story: Story) -> RenderableType:
    """What was promised, asked or imposed, and a passage for everything that became of it."""
    entry = story.entry
    parts: list[RenderableType] = [
        Text.assemble((entry.kind, "bold"), "  ", state_word(entry.state)),
        Text(sides(entry, persons=True, most=20)),
        _under(f"“{line(entry.what.text)}”"),
        Text(visible("\n".join(_facts(entry)))),
    ]
    parts += _list("Items", (item.what for item in entry.items))
    parts += _list("Spoken of", entry.agenda)
    parts += _firsts(story)
    parts.append(Text("\nWhat became of it", style="bold"))
    for chapter in story.chapters:
        parts += _chapter(chapter)
    if entry.maybe:
        parts.append(Text("\nWhat may concern it; `dragoman tie` says so", style="bold"))
        parts += [part for turn in entry.maybe for part in _chapter(Chapter(turn=turn, passage=None), maybe=True)]
    if len(story.readouts) > 1:
        parts.append(Text("\nWho tells what of it", style="bold"))
        parts += [part for readout in story.readouts for part in _readout(readout)]
    return Group(*parts)


def _facts(entry: Entry) -> Iterator[str]:
    yield entry.id
    if entry.made_on:
        yield f"made: {day_of(entry.made_on)}"
    if entry.due:
        yield f"due: {day_of(entry.due)}"
    if entry.place:
        yield f"where: {entry.place.name}"
    for name in ("strength", "stage", "instrument", "level", "format", "host", "occasion", "theme"):
        value: str | None = getattr(entry, name)
        if value:
            yield f"{name}: {line(value)}"
    if entry.condition:
        yield f"condition: “{line(entry.condition.text)}”"
    if entry.magnitudes:
        yield f"how much: {', '.join(dict.fromkeys(line(one.text) for one in entry.magnitudes))}"
    if entry.compliance:
        judged = entry.compliance
        note = f": {judged.note}" if judged.note else ""
        proof = f" (by report {judged.evidence})" if judged.evidence else ""
        yield f"compliance: {COMPLIANCE[judged.score]}, says {judged.by}{note}{proof}"
    yield f"confidence {entry.confidence:.2f}"


def _list(name: str, quotes: Iterable[Quote]) -> list[RenderableType]:
    lines: list[RenderableType] = [_under(f"“{line(quote.text)}”") for quote in quotes]
    return [Text(f"\n{name}", style="bold"), *lines] if lines else []


def _firsts(story: Story) -> Iterator[RenderableType]:
    """What a text tells as a first, and whether the ledger bears it out."""
    if story.first_times:
        yield Text("\nFirst times", style="bold")
    for told in story.first_times:
        yield _under(f"“{line(told.quote.text)}”")
        before = (
            f"the last before it that the ledger has: {told.previous_day}, {told.previous}" if told.previous else ""
        )
        yield _under("; ".join(filter(None, (_VERDICTS[told.verdict], before))), by=4, style="dim")


def _chapter(chapter: Chapter, *, maybe: bool = False) -> Iterator[RenderableType]:
    """A turn: the day, what it did, how likely; the passage, who published it, why it counts; the act's id."""
    turn = chapter.turn
    surely = "by hand" if turn.by_hand else f"{turn.score:.2f}" if turn.score < 1 else ""
    does = Text(f"{turn.tie.replace('_', ' ')}?") if maybe else turn_word(turn)
    yield Padding(Text.assemble(f"{turn.day or NOBODY}  ", does, f"  {surely}"), (0, 0, 0, 2), expand=False)
    passage = chapter.passage
    if passage is not None:
        yield Padding(_marked(passage), (0, 0, 0, 4), expand=False)
        yield _under(_source(passage), by=4, style="dim")
    elif turn.quote is not None:
        yield _under(f"“{line(turn.quote.text)}”", by=4)
    if turn.reasons:
        yield _under("; ".join(turn.reasons), by=4, style="dim")
    if turn.act:
        yield _under(turn.act, by=4, style="dim")


def _source(passage: Passage) -> str:
    told = (passage.outlet or "an outlet that is not named", passage.published or "undated", passage.title)
    return ", ".join(line(part) for part in told if part)


def _marked(passage: Passage) -> Text:
    """The words without the line breaks of their page, the trigger among them marked."""
    start, end = passage.trigger
    texts = (passage.text[:start], passage.text[start:end], passage.text[end:])
    before, trigger, after = (visible(re.sub(r"\s+", " ", part)) for part in texts)
    return Text.assemble("“", before, (trigger, "bold underline"), after, "”")


def _readout(readout: Readout) -> Iterator[RenderableType]:
    outlets = ", ".join(readout.outlets) or "an outlet that is not named"
    yield _under(f"{outlets}, {readout.published or 'undated'}, document {readout.document}")
    for quote in readout.quotes:
        yield _under(f"“{clipped(quote.text, 300)}”", by=4)
    yield from _particulars("tells", readout.tells)
    yield from _particulars("leaves out", readout.leaves_out)


def _particulars(word: str, told: Mapping[str, tuple[str, ...]]) -> Iterator[RenderableType]:
    if told:
        values = "; ".join(f"{name}: {', '.join(line(one) for one in found)}" for name, found in told.items())
        yield _under(f"{word} {values}", by=4, style="dim")


def _under(text: str, *, by: int = 2, style: str = "") -> Padding:
    return Padding(Text(visible(text), style=style), (0, 0, 0, by), expand=False)
