"""Records: takes an event, an act or an entry of the ledger, gives its line, the words that prove it, and its facts."""

from dragoman.records.act import Act, ActDate
from dragoman.records.entry import Entry, Turn
from dragoman.records.event import Event
from dragoman.records.span import DateSpan
from dragoman.views.notebook.pieces import Html, deed, facts, join, parties, tag
from dragoman.views.signs import days

MOST = 12  # turns or standings that are told


def event_html(event: Event) -> Html:
    """Who did what to whom, in which words, and why it was written down."""
    passage, trigger = event.passage, event.trigger
    start, end = trigger.start - passage.start, trigger.end - passage.start
    marked = tag("mark", _line(passage.text[start:end]), class_=f"{event.quad} {event.status}")
    quote = tag("q", _line(passage.text[:start]), marked, _line(passage.text[end:]), dir="auto")
    rows = (
        ("when", day_words(event.date)),
        ("by when", day_words(event.due)),
        ("where", event.place.name if event.place else ""),
        ("how much", ", ".join(one.text.text for one in event.magnitudes)),
        ("status", event.status + (f", from “{event.status_cue.text}”" if event.status_cue else "")),
        ("says", parties(event.said_by) if event.said_by else ""),
        ("context", ", ".join(event.contexts)),
        ("codes", f"CAMEO {event.cameo}, Goldstein {event.goldstein:g}"),
        ("why", f"frame {event.why.frame}, {event.why.file}:{event.why.line}"),
        ("sure", f"{event.confidence:.2f}"),
        ("id", event.id),
    )
    return join([deed(event), tag("p", quote), facts(rows)])


def act_html(act: Act) -> Html:
    """Who did what to whom, as all documents together tell it."""
    standings = [f"{one.known_on or 'undated'} {one.status}" for one in act.status_history[:MOST]]
    rows = (
        ("when", day_words(act.date)),
        ("by when", day_words(act.due)),
        ("where", act.place.name if act.place else ""),
        ("how much", ", ".join(one.text for one in act.magnitudes)),
        ("reported", " to ".join(dict.fromkeys(day for day in (act.first_reported, act.last_reported) if day))),
        ("reports", f"{len(act.reports)}, of {len(act.voices)} voice{'' if len(act.voices) == 1 else 's'}"),
        ("outlets", ", ".join(act.outlets)),
        ("status", ", then ".join(standings)),
        ("codes", f"CAMEO {act.cameo}, Goldstein {act.goldstein:g}"),
        ("sure", f"{act.confidence:.2f}"),
        ("id", act.id),
    )
    return join([deed(act), facts(rows)])


def entry_html(entry: Entry) -> Html:
    """Who promised, asked, imposed or met whom, how it stands, and what became of it."""
    to = entry.to or entry.about
    whom = join([" → ", tag("b", parties(to))]) if to else ""
    line = tag("p", tag("b", parties(entry.by)), whom, f" · {entry.kind}, ", tag("b", entry.state))
    rows = (
        ("made", day_words(entry.made_on)),
        ("due", day_words(entry.due)),
        ("where", entry.place.name if entry.place else ""),
        ("items", str(len(entry.items)) if entry.items else ""),
        ("sure", f"{entry.confidence:.2f}"),
        ("id", entry.id),
    )
    became = tag("ol", *(tag("li", *_turn(turn)) for turn in entry.history[:MOST]))
    return join([line, tag("p", tag("q", _line(entry.what.text), dir="auto")), facts(rows), became])


def day_words(date: DateSpan | ActDate | None) -> str:
    """As exact as it was told, or the words themselves where they could not be resolved; empty for none."""
    if date is None:
        return ""
    if date.start is None or date.precision == "relative":
        return f"“{date.text.text}”" if isinstance(date, DateSpan) else ""
    return days(date.start, date.end or date.start, date.precision)


def _turn(turn: Turn) -> tuple[str, ...]:
    told = f"{turn.day or 'undated'} {turn.tie.replace('_', ' ')}: {turn.state}"
    return (told, *((" ", tag("q", _line(turn.quote.text), dir="auto")) if turn.quote else ()))


def _line(text: str) -> str:
    """Words without the line breaks of their page; blanks at the ends stay, since more words stand beside them."""
    return "".join(" " if letter in "\n\r\t" else letter for letter in text)
