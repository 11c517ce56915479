"""Takes the drafts of a sentence and its date expressions, gives each draft its date and its deadline."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.events.circumstances.belonging import holder_of, promise_above
from dragoman.events.dates.mention import DateMention, resolved
from dragoman.events.draft import Draft
from dragoman.records.document import Document
from dragoman.records.reading import Reading
from dragoman.records.span import DateSpan

_AHEAD = frozenset({"planned", "pledged", "requested", "threatened", "possible"})
_DEADLINES = frozenset({"by", "within", "until", "before"})
_OWED = frozenset({"pledged", "requested", "planned"})
_SAID = frozenset({"pledged", "requested", "threatened"})
_DATES = frozenset({"on", "since", "after", "by", "until", "before"})
_JUST_NOW = timedelta(days=45)


def date_drafts(document: Document, reading: Reading, drafts: Sequence[Draft], mentions: Iterable[DateMention]) -> None:
    """Give each date expression to the act that it dates; the first stands that can be worked out, else the first."""
    for mention in mentions:
        draft = _holder(document, reading, mention, drafts)
        if draft is None:
            continue
        is_due = mention.use in _DEADLINES and (draft.status in _OWED or draft.frame.content is not None)
        ahead = is_due or (draft.status in _AHEAD and not _is_told_of_past(draft))
        when = resolved(mention, document, published=document.published, ahead=ahead)
        if is_due:
            draft.due = _better(draft.due, when)
        elif mention.use in _DATES:
            draft.date = _better(draft.date, when)


def _is_told_of_past(draft: Draft) -> bool:
    """Whether its verb tells of what was asked or promised before: "in January it had pledged 14 tanks"."""
    if draft.status not in _SAID or draft.clause.kind != "verb" or draft.clause.passive:
        return False
    sentence, head = draft.reading.sentence, draft.clause.head
    had = any(sentence.tokens[child].text.lower() == "had" for child in sentence.children[head])
    return had or sentence.tokens[head].tag == "VBD"


def _better(date_: DateSpan | None, other: DateSpan) -> DateSpan:
    """The date that a draft has, unless only the other can be worked out."""
    return other if date_ is None or (date_.start is None and other.start is not None) else date_


def _holder(document: Document, reading: Reading, mention: DateMention, drafts: Sequence[Draft]) -> Draft | None:
    """The act that a date expression dates."""
    holder = holder_of(reading, mention.head, drafts)
    is_past = _is_past(document, mention)
    if holder is None and (mention.use in _DEADLINES or is_past):
        holder = promise_above(reading, mention.head, drafts)
    if holder is not None and holder.content_of is not None and is_past:
        holder = holder.content_of  # "applied to join NATO on 18 May"
    is_of = document.text[mention.start : mention.end].startswith("of ")  # "the agreement of 2015"
    if holder is not None and (mention.modifier or is_of) and mention.head != holder.clause.head:
        return None
    return holder


def _is_past(document: Document, mention: DateMention) -> bool:
    """Whether a day with its date lies shortly before publication: it dates the asking, not what is asked."""
    has_figure = any(character.isdigit() for character in document.text[mention.start : mention.end])
    if mention.use != "on" or document.published is None or not has_figure:
        return False
    day = resolved(mention, document, published=document.published, ahead=False)
    if day.end is None or day.precision != "day":
        return False
    return timedelta() <= date.fromisoformat(document.published) - date.fromisoformat(day.end) <= _JUST_NOW
