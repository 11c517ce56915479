"""Framings: takes a coded document, gives an entry for each passage that says something of an actor."""

import re
from collections.abc import Collection, Iterable, Iterator

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.cutting import Piece, clauses_of, items_of, list_in
from dragoman.ledger.framing.judging import Judgement, judge
from dragoman.ledger.framing.naming import Names
from dragoman.ledger.framing.speaking import Speech, author_of, sentences_of, speeches_of
from dragoman.ledger.parties import ids
from dragoman.records.act import Party
from dragoman.records.entry import Entry, Quote, Turn
from dragoman.records.event import Coded, Event

_THAT = re.compile(r"\W*(?:\w+\W+){0,4}?that\s+", re.IGNORECASE)
_QUOTED = re.compile(r"\W*[“\"«]")
_LISTED = re.compile(r"(?:[’']s)?\s*(?:of|for|over)\s+", re.IGNORECASE)
_WE = re.compile(r"we\b", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:we|i|the|a|an|those|our|\w+\s+we)\b", re.IGNORECASE)  # begins a clause of its own
_EXPLETIVE = re.compile(r"it\s+(?:is|was|remains|has\s+been)\b.*?\s(?:that|to|whether)\s", re.IGNORECASE)
_SAYING = 3  # words of which a clause on an actor has at least so many
_NEAR = 30  # characters behind a verb within which its object stands
_OWN = 0.7  # how sure a passage of an author's own text is


def framings_of(coded: Coded, words: ThemeWords, *, speaker: Party | None = None) -> tuple[Entry, ...]:
    """What the document says of actors, a clause or an item of a list an entry, in the order of the text.

    Args:
        coded: the document with its events and names.
        words: the themes and the words that judge.
        speaker: whose text it is; where it is not given, the issuer that the text itself names, if it says "we".
            News have none: they speak only where they report what somebody said.
    """
    names = Names(coded)
    author = speaker or author_of(coded, names)
    told = _own(coded, Names(coded, author=author.id), words, author) if author else _reported(coded, names, words)
    entries: dict[int, Entry] = {}
    for entry in told:
        entries.setdefault(entry.what.start, entry)
    return tuple(entries[start] for start in sorted(entries))


def _own(coded: Coded, names: Names, words: ThemeWords, author: Party) -> Iterator[Entry]:
    """What an author says in a text of its own: in every clause that names another actor, or goes on about it."""
    text, speech = coded.document.text, Speech(start=0, end=0, by=(author,))
    last: tuple[str, ...] = ()
    before, paragraph = 0, _paragraph_mark(coded)
    for start, end in sentences_of(coded):
        last = () if paragraph.search(text, before, start) else last
        for piece, about in _clauses(names, start, end, [author.id], words, last):
            judgement = judge(text[piece.start : piece.end], words)
            if not words.joining.at(text[piece.start : piece.end]):
                last = about or last
            if about and (judgement.says or len(text[piece.start : piece.end].split()) >= _SAYING):
                yield _entry(coded, names, speech, piece, _with_states(about, words), judgement)
        before = end


def _with_states(about: Iterable[str], words: ThemeWords) -> tuple[str, ...]:
    """Those spoken of; with a territory the state of which it is a part."""
    return tuple(dict.fromkeys(id_ for one in about for id_ in (one, words.parts.get(one, one))))


def _paragraph_mark(coded: Coded) -> re.Pattern[str]:
    """What stands between paragraphs: a blank line, and where no sentence is wrapped any line break."""
    wrapped = any("\n" in coded.document.text[start:end].strip() for start, end in coded.sentences)
    return re.compile(r"\n\s*(?:\n|\d+[.)])" if wrapped else r"\n")


def _reported(coded: Coded, names: Names, words: ThemeWords) -> Iterator[Entry]:
    """What a text reports others to have said."""
    text = coded.document.text
    for speech in speeches_of(coded, names, words):
        for piece, about in _pieces(text, names, speech, words):
            judgement = judge(text[piece.start : piece.end], words)
            if about and _judges(names, speech, piece, judgement, words):
                yield _entry(coded, names, speech, piece, about, judgement)


def _judges(names: Names, speech: Speech, piece: Piece, judgement: Judgement, words: ThemeWords) -> bool:
    """Whether a passage of a speech judges whom it names, and does not only tell or ask something.

    The verb of the speech may judge ("accused of …"), or words of the passage; where the speaker itself does something
    in it ("that Japan would give Ukraine support"), these must stand before whoever is named.
    """
    if piece.item or (speech.event is not None and judge(speech.event.trigger.text, words).strength != 0):
        return judgement.says or piece.item
    text = names.coded.document.text[piece.start : piece.end]
    own = names.own_act(piece.start, piece.end, ids(speech.by))
    before = judge(text[: own - piece.start], words) if own is not None else judgement
    asked = words.asking.first(text)
    return any(not (asked and asked[0].lower() in word) for word in before.words) and before.strength != 0


def _pieces(text: str, names: Names, speech: Speech, words: ThemeWords) -> Iterator[tuple[Piece, tuple[str, ...]]]:
    """The pieces of a speech, each with the ids of those of whom it speaks."""
    speakers = ids(speech.by)
    spans = names.spans(speech.start, speech.end)
    held = speech.of or names.spoken_of(speech.start, speech.end, speakers)
    listed = list_in(text, speech.start, speech.end, words, spans) or _held_against(text, names, speech)
    if listed and speech.event is not None and speech.event.type in words.telling:
        yield from ((piece, held) for piece in listed)
        return
    that = _THAT.match(text, speech.start, speech.end)
    first = names.within(speech.start, speech.start + _NEAR)[:1]
    if not that and not _QUOTED.match(text, speech.start) and not (first and set(first[0].ids) & set(held)):
        return
    for piece, about in _clauses(names, that.end() if that else speech.start, speech.end, speakers, words):
        yield piece, about or held


def _clauses(
    names: Names,
    start: int,
    end: int,
    speakers: Collection[str],
    words: ThemeWords,
    last: tuple[str, ...] = (),
) -> Iterator[tuple[Piece, tuple[str, ...]]]:
    """The clauses of a sentence, each with the ids of those of whom it speaks.

    Where it names nobody or only points ("its", "this conduct"), these are those of the clause before, or `last`, who
    were spoken of in the sentence before.
    """
    before: tuple[str, ...] = ()
    acts = False  # whether whoever is spoken of is the subject, not the speakers
    for piece in clauses_of(names.coded.document.text, start, end, words, names.spans(start, end)):
        own = names.spoken_of(piece.start, piece.end, speakers)
        goes_on = acts and bool(before) and words.verbs.at(names.coded.document.text[piece.start : piece.end])
        about = before if goes_on else _meant(names, piece, own, before or last, words, speakers, goes_on=bool(before))
        acts = bool(goes_on) or not names.speakers_begin(piece.start, piece.end, speakers)
        before = about or before
        yield piece, about or _place(names, piece, speakers, words)


def _place(names: Names, piece: Piece, speakers: Collection[str], words: ThemeWords) -> tuple[str, ...]:
    """Whom a clause names as a place, if it tells or judges something there, not only that the speakers met."""
    text = names.coded.document.text[piece.start : piece.end]
    if _WE.match(text) and not judge(text, words).words:
        return ()
    return names.place_of(piece.start, piece.end, speakers)


def _meant(
    names: Names,
    piece: Piece,
    own: tuple[str, ...],
    before: tuple[str, ...],
    words: ThemeWords,
    speakers: Collection[str],
    *,
    goes_on: bool,
) -> tuple[str, ...]:
    """Whom a clause speaks of: those whom it names, else those `before`; `goes_on` in one sentence."""
    if set(own) & set(before):
        return own
    text = names.coded.document.text[piece.start : piece.end]
    if own and _EXPLETIVE.match(text):
        return own
    if piece.item or names.begins_with_pronoun(piece.start, piece.end) or names.only_pointed_at(piece.start, piece.end):
        return before or (() if piece.item else names.outright(piece.start, piece.end, speakers))
    if own or not before:
        return own
    if goes_on and not _SUBJECT.match(text):
        return before
    judged = _WE.match(text) is not None and abs(judge(text, words).strength) >= 1
    points = words.pointing.within(text) or names.named_again(piece.start, piece.end, before)
    return before if judged or points else ()


def _held_against(text: str, names: Names, speech: Speech) -> list[Piece]:
    """The items of what stands behind "accused Russia of …"."""
    for named in names.within(speech.start, speech.start + _NEAR)[:1]:
        listed = _LISTED.match(text, named.end)
        if listed:
            items = items_of(text, listed.end(), speech.end)
            return items if len(items) > 1 else []
    return []


def _entry(
    coded: Coded, names: Names, speech: Speech, piece: Piece, about: Iterable[str], judgement: Judgement
) -> Entry:
    document = coded.document
    event = speech.event or _event_in(coded.events, piece)
    told = event.id if event else ""
    what = Quote(document=document.id, start=piece.start, end=piece.end, text=document.text[piece.start : piece.end])
    return Entry(
        id=f"framing-{document.id[:12]}-{piece.start}",
        kind="framing",
        by=speech.by,
        to=(),
        about=names.parties(about, told),
        what=what,
        made_on=None,
        due=None,
        state="said",
        history=(Turn(tie="made", state="said", day=document.published, event=told or None, quote=what),),
        act="",
        event=told,
        confidence=speech.event.confidence if speech.event else _OWN,
        theme=judgement.theme,
        intensity=_intensity(judgement, speech.event),
    )


def _intensity(judgement: Judgement, event: Event | None) -> int:
    """That of its words; where none judges, no friendlier than an accusation is, and no more hostile than praise."""
    if judgement.words or event is None:
        return judgement.intensity
    hostile = event.quad in {"verbal_conflict", "material_conflict"}
    return min(judgement.intensity, -1) if hostile else max(judgement.intensity, 1)


def _event_in(events: Iterable[Event], piece: Piece) -> Event | None:
    """The event that the passage tells: the first whose trigger stands in it."""
    inside = (event for event in events if piece.start <= event.trigger.start < piece.end)
    return min(inside, key=lambda event: event.trigger.start, default=None)
