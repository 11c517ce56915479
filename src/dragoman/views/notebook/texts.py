"""Texts: takes what was coded, gives the text with its acts marked and a table of them, no longer than one reads."""

from collections.abc import Iterator

from dragoman.records.event import Coded, Event
from dragoman.results import Results
from dragoman.views.notebook.pieces import Html, join, parties, table, tag, verb
from dragoman.views.notebook.records import day_words
from dragoman.views.signs import STATUS
from dragoman.views.tree import rows
from dragoman.views.web.marking import Block, Run, blocks

LETTERS = 6_000  # of a text that are shown
ACTS = 60  # rows of a table
DOCUMENTS = 3  # texts of a result that are shown, and coded for that


def results_html(results: Results) -> Html:
    """The first texts of a result; no more are coded for that than one beyond them."""
    first = results.first_documents(DOCUMENTS + 1)
    shown = [coded_html(coded) for coded in first[:DOCUMENTS]]
    if not shown:
        return tag("p", "No text was given.")
    more = [tag("p", "More texts follow: results.documents has all of them.", class_="soft")]
    return join([*shown, *(more if len(first) > DOCUMENTS else [])])


def coded_html(coded: Coded) -> Html:
    """A text with its acts marked, then who did what to whom."""
    document = coded.document
    count = f"{len(coded.events)} act{'' if len(coded.events) == 1 else 's'}"
    dropped = f"{len(coded.dropped)} dropped" if coded.dropped else ""
    told = (document.title or "", document.outlet or "", document.published or "undated", count, dropped)
    head = tag("p", " · ".join(part for part in told if part), class_="soft")
    return join([head, tag("div", *_text(coded), class_="text"), _table(coded)])


def _text(coded: Coded) -> Iterator[Html]:
    left = LETTERS
    for block in blocks(coded):
        yield _block(block, left)
        left -= sum(len(run.text) for run in block.runs)
        if left <= 0:
            yield tag("div", f"… {len(coded.document.text):,} characters in all", class_="soft")
            return


def _block(block: Block, most: int) -> Html:
    pieces, left = list[Html](), most
    for run in block.runs:
        pieces.append(_run(run, max(left, 0)))
        left -= len(run.text)
    return tag("div", *pieces, class_=block.kind, dir="auto")


def _run(run: Run, most: int) -> Html:
    text = run.text[:most]
    if not text:
        return Html()
    labels = (tag("sup", f"{one.number}{_sign(one.event)}") for one in run.begins)
    if not run.acts:
        return join([*labels, text])
    nearest = run.acts[0].event
    told = "; ".join(f"{one.number} {_sentence(one.event)}" for one in run.acts)
    return join([*labels, tag("mark", text, class_=f"{nearest.quad} {nearest.status}", title=told)])


def _sign(event: Event) -> str:
    return "" if event.status == "occurred" else STATUS[event.status]


def _sentence(event: Event) -> str:
    to = f" → {parties(event.recipients)}" if event.recipients else ""
    return f"{parties(event.actors)}: {event.type} {event.status}{to}"


def _table(coded: Coded) -> Html:
    if not coded.events:
        return tag("p", "No act was found in this text.")
    told = [
        (
            f"{row.tie} {row.number}".strip(),
            parties(row.event.actors),
            verb(row.event),
            parties(row.event.recipients) if row.event.recipients else "",
            _when(row.event),
            tag("q", " ".join(row.event.trigger.text.split())),
        )
        for row in rows(coded.events)[:ACTS]
    ]
    made = table(("no", "who", "act", "whom", "when", "words"), told)
    left = len(coded.events) - ACTS
    return join([made, tag("p", f"and {left} more", class_="soft")]) if left > 0 else made


def _when(event: Event) -> str:
    due = f"by {day_words(event.due)}" if event.due else ""
    return "; ".join(told for told in (day_words(event.date), due) if told)
