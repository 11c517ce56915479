"""Meetings: takes the roll, gives meetings, visits and summits: who, at which level, where, on what, held or not."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.making import Parties, make
from dragoman.ledger.parties import ids, parties_of, principals
from dragoman.ledger.quoting import clause_end, cut, quote_of, quoted
from dragoman.ledger.roll import Roll
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Format, Level, Quote, State, Tie, Turn
from dragoman.records.event import Event, Status
from dragoman.records.report import Report

_BEHIND = 400  # letters behind a meeting within which a text still tells what it was about
_TIES: dict[State, Tie] = {"held": "holds", "planned": "repeats", "postponed": "postpones", "cancelled": "cancels"}
_FORMATS: dict[int, Format] = {2: "bilateral", 3: "trilateral", 4: "quadrilateral"}


def meetings(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each meeting; talk in a meeting that is told beside it is its agenda, not a meeting of its own."""
    told = [deed for deed in roll.deeds if deed.act.type == "CONSULT" and _is_seen(deed, words)]
    talk = {deed.act.id: deed for deed in told if _is_talk(deed, words)}
    opened = ((deed, _meeting(deed, words)) for deed in told if deed.act.id not in talk)
    made = [(deed, entry) for deed, entry in opened if entry is not None]
    found = [entry for _, entry in made]
    by_document: dict[str, set[int]] = defaultdict(set)
    for place, (deed, _) in enumerate(made):
        for report in deed.reports:
            by_document[report.event.document].add(place)
    for deed in talk.values():
        places = {place for report in deed.reports for place in by_document[report.event.document]}
        beside = next((place for place in sorted(places) if _told_beside(deed, found[place], made[place][0])), None)
        if beside is not None:
            found[beside] = replace(found[beside], agenda=(*found[beside].agenda, *_topics(deed)))
        elif _has_place(deed) and (entry := _meeting(deed, words)) is not None:
            found.append(entry)
    yield from found


def _is_seen(deed: Deed, words: LedgerWords) -> bool:
    """Whether they see each other, if only on screens: a call is no meeting."""
    return deed.act.mode != "phone" or any(words.remote.within(report.event.passage.text) for report in deed.reports)


def _has_place(deed: Deed) -> bool:
    """Whether a text tells where they talked: then they met there."""
    return any(report.event.place is not None for report in deed.reports)


def _is_talk(deed: Deed, words: LedgerWords) -> bool:
    """Whether all reports only say that something was talked about."""
    return all(words.agenda.within(report.event.trigger.text) for report in deed.reports)


def _meeting(deed: Deed, words: LedgerWords) -> Entry | None:
    """A meeting as it was first told, and how it went on by the same act: planned, put off, held."""
    event = deed.fullest
    course = _course(deed, words)
    by = _participants(deed, event)
    if not course or len(ids(by)) < 2:
        return None
    passage = event.passage
    entry = make(
        "meeting",
        deed,
        event,
        what=quote_of(event),
        by=by,
        state=course[0][0],
        made_on=deed.act.date,
        due=deed.act.due or (deed.act.date if course[0][0] == "planned" else None),
        level=_level(by, passage.text, words),
        format=_format(by, passage.text, words),
        host=_host(deed, by),
        occasion=_occasion(event, words),
        firsts=tuple(quoted(report.event.document, span) for report in deed.reports for span in report.event.firsts),
    )
    further = (_turn(state, report, deed) for state, report in course[1:])
    return replace(entry, state=course[-1][0], history=(*entry.history, *further))


def _turn(state: State, report: Report, deed: Deed) -> Turn:
    quote = quoted(report.event.document, report.event.passage)
    return Turn(
        tie=_TIES[state],
        state=state,
        day=report.known_on,
        act=deed.act.id,
        event=report.id,
        quote=quote,
        reasons=("another report of the same act",),
    )


def _participants(deed: Deed, event: Event) -> Parties:
    """Both sides, each once: a visit has a recipient, a meeting has none. "The leaders" are left out beside states."""
    own = parties_of(event.participants, event)
    found = {one.id: one for one in deed.act.participants}
    named = tuple(found.get(one.id, one) for one in own) + tuple(
        one for id_, one in found.items() if id_ not in ids(own)
    )
    placed = principals(named)
    return placed if len(ids(placed)) > 1 else named


def _course(deed: Deed, words: LedgerWords) -> list[tuple[State, Report]]:
    """How the meeting stood, from the first report that says so to the last, and which report says it."""
    reports = {report.id: report for report in deed.reports}
    found: list[tuple[State, Report]] = []
    for standing in deed.act.status_history:
        report = reports[standing.event]
        state = _state(standing.status, report.event.passage.text, words)
        if state is not None and (not found or found[-1][0] != state):
            found.append((state, report))
    return found


def _state(status: Status, told: str, words: LedgerWords) -> State | None:
    if status == "occurred":
        return "held"
    if status in {"planned", "pledged"}:
        return "planned"
    if status == "cancelled":
        return "postponed" if words.postponed.within(told) else "cancelled"
    return None


def _level(by: Parties, passage: str, words: LedgerWords) -> Level | None:
    """The highest of those whose office is told; else by the words of the passage."""
    offices = [kind for one in by if one.office if (kind := words.first_of(words.levels, _bare(one.office)))]
    highest = next((kind for kind in words.levels if kind in offices), None)
    return highest or words.first_of(words.levels, passage)


def _bare(office: str) -> str:
    """The office in small letters; of deputies only that they are officials."""
    lower = office.lower()
    return "official" if lower.startswith(("deputy", "vice ")) and "vice president" not in lower else lower


def _format(by: Parties, passage: str, words: LedgerWords) -> Format:
    return words.first_of(words.formats, passage) or _FORMATS.get(len(by), "multilateral")


def _host(deed: Deed, by: Parties) -> str | None:
    """The participant in whose country it is held."""
    country = deed.act.place.country if deed.act.place else None
    return country if country in ids(by) else None


def _occasion(event: Event, words: LedgerWords) -> str | None:
    """On the sidelines of what, in the words of the passage."""
    passage = event.passage.text
    found = words.occasions.first(passage)
    if found is None:
        return None
    return passage[found.start() : clause_end(passage, found.end())].strip() or None


def _told_beside(talk: Deed, entry: Entry, meeting: Deed) -> bool:
    """Whether a text that tells the meeting tells the talk of the same people in the same sentence or just behind."""
    return any(
        event.document == whole.document
        and ids(event.participants) <= ids(entry.by)
        and (event.passage.overlaps(whole.passage) or 0 <= event.passage.start - whole.passage.end <= _BEHIND)
        for event in (report.event for report in talk.reports)
        for whole in (report.event for report in meeting.reports)
    )


def _topics(deed: Deed) -> tuple[Quote, ...]:
    """What was talked about: the words behind the trigger."""
    quotes = []
    for report in deed.reports:
        passage = report.event.passage
        end = min(report.event.trigger.end, passage.end)
        quotes.append(cut(report.event.document, passage, end, passage.end))
    return tuple(quote for quote in quotes if quote.text.strip())
