"""Takes the drafts of a sentence, adds what colours them: dates, deadlines, places, numbers, firsts, and what is history."""

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.events.dates import DateFinder, DateMention, resolved
from dragoman.events.draft import Draft
from dragoman.events.firsts import find_firsts
from dragoman.events.magnitudes import find_magnitudes
from dragoman.events.places import beside, inside, place_of
from dragoman.knowledge.pack import Pack
from dragoman.records.document import Document
from dragoman.records.reading import Reading
from dragoman.records.span import Place

_AHEAD = frozenset({"planned", "pledged", "requested", "threatened", "possible"})
_DEADLINES = frozenset({"by", "within", "until", "before"})
_OWED = frozenset({"pledged", "requested", "planned"})
# Verbs that tell no act themselves, so that their date is that of the act beside them.
_EMPTY_VERBS = frozenset(
    {
        "be",
        "become",
        "begin",
        "start",
        "continue",
        "remain",
        "go",
        "take",
        "open",
        "resume",
        "follow",
        "end",
        "conclude",
        "occur",
        "happen",
        "last",
        "close",
        "come",
    }
)
# Types whose object is made where the act takes place: "signed an agreement in Paris".
_ACTS_AT_A_TABLE = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE"})
# Types that are done in words: a place beside what they are about is not theirs.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_JUST_NOW = 45  # days
_FAR_BACK_YEARS = 10  # an act dated further back than this is told as history


class Colouring:
    """Callable: adds dates, places, magnitudes and firsts to the drafts of one sentence."""

    def __init__(self, pack: Pack) -> None:
        self._dates = DateFinder(pack.calendar)
        self._historical = pack.status.historical

    def __call__(self, document: Document, reading: Reading, drafts: Sequence[Draft], before: Sequence[Draft]) -> None:
        """Add to each draft what its own clause says; items of a package take over the package's date."""
        if not drafts:
            return
        mentions = self._dates(document, reading.sentence)
        magnitudes = find_magnitudes(document, reading.sentence)
        firsts = find_firsts(document, reading.sentence)
        for draft in drafts:
            self._date(document, reading, draft, mentions, drafts)
            draft.place = place_of(document, reading, draft.clause, goes=draft.mode == "visit") or self._light_place(
                document, reading, draft
            )
            own = _own_tokens(reading, draft, drafts)
            draft.magnitudes = [magnitude for index, magnitude in magnitudes if index in own]
            draft.firsts = [span for index, span in firsts if index in own or _leads_to(reading, index, draft)]
        for draft in drafts:
            if draft.part_of is not None and draft.date is None:
                draft.date = draft.part_of.date
            draft.historical = draft.historical or self._is_history(document, reading, draft)

    def _date(
        self,
        document: Document,
        reading: Reading,
        draft: Draft,
        mentions: Sequence[DateMention],
        drafts: Sequence[Draft],
    ) -> None:
        ahead = draft.status in _AHEAD
        for mention in mentions:
            is_of = document.text[mention.start : mention.end].startswith("of ")  # "the agreement of 2015"
            if (mention.modifier or is_of) and mention.head != draft.clause.head:
                continue
            holder = _holder(reading, mention.head, drafts)
            if holder is None and (mention.use in _DEADLINES or self._is_past(document, mention)):
                holder = _promise_above(reading, mention.head, drafts)
            if holder is not None and holder.content_of is not None and self._is_past(document, mention):
                holder = holder.content_of  # "applied to join NATO on 18 May"
            if holder is not draft:
                continue
            is_due = mention.use in _DEADLINES and (draft.status in _OWED or draft.frame.content is not None)
            when = resolved(mention, document, published=document.published, ahead=ahead or is_due)
            if is_due:
                draft.due = draft.due or when
            elif mention.use in {"on", "since", "after", "by", "until", "before"} and draft.date is None:
                draft.date = when

    def _is_past(self, document: Document, mention: DateMention) -> bool:
        """Whether a day with its date lies shortly before publication, so that it dates the asking, not what is asked."""
        if (
            mention.use != "on"
            or document.published is None
            or not any(c.isdigit() for c in document.text[mention.start : mention.end])
        ):
            return False
        day = resolved(mention, document, published=document.published, ahead=False)
        if day.end is None or day.precision != "day":
            return False
        return (
            timedelta()
            <= date.fromisoformat(document.published) - date.fromisoformat(day.end)
            <= timedelta(days=_JUST_NOW)
        )

    def _light_place(self, document: Document, reading: Reading, draft: Draft) -> Place | None:
        """Of "held talks in Geneva", "talks opened in Muscat", "signed a pact in Oslo": the place hangs beside the act."""
        clause = draft.clause
        verb = reading.clauses.get(clause.governor) if clause.governor is not None else None
        if clause.kind == "noun" and verb is not None and (clause.governed_as == "light" or verb.lemma in _EMPTY_VERBS):
            place = place_of(document, reading, verb, goes=draft.mode == "visit")
            if place is not None:
                return place
        if draft.type in _ACTS_AT_A_TABLE:
            for head in clause.heads("done-to"):
                place = inside(document, reading, head)
                if place is not None:
                    return place
        if draft.type in _SPOKEN:
            return None
        light = verb if verb is not None and clause.governed_as == "light" else None
        return beside(document, reading, clause) or (beside(document, reading, light) if light else None)

    def _is_history(self, document: Document, reading: Reading, draft: Draft) -> bool:
        if draft.date is not None and draft.date.start and document.published:
            return int(document.published[:4]) - int(draft.date.start[:4]) >= _FAR_BACK_YEARS
        below = {reading.sentence.tokens[child].lemma.lower() for child in reading.sentence.children[draft.clause.head]}
        return bool(below & self._historical)


def _holder(reading: Reading, head: int, drafts: Sequence[Draft]) -> Draft | None:
    """The act to which words that hang on `head` belong: the one told there, or the one whose clause is the nearest above."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.dropped is None}
    index = head
    tokens = reading.sentence.tokens
    while True:
        if index in by_head:
            return by_head[index]
        light = next(
            (d for d in by_head.values() if d.clause.governed_as == "light" and d.clause.governor == index), None
        )
        if light is not None:
            return light
        covering = next((d for d in by_head.values() if index in d.tokens and tokens[index].tag != "JJ"), None)
        if covering is not None:
            return covering
        clause = reading.clauses.get(index)
        if clause is not None and clause.lemma in _EMPTY_VERBS:
            return _told_of(reading, index, by_head)
        if (clause is not None and clause.kind == "verb") or tokens[index].head == index:
            return None
        index = tokens[index].head


def _promise_above(reading: Reading, head: int, drafts: Sequence[Draft]) -> Draft | None:
    """Of "promised to draw up a strategy within a year": the promise, when no frame knows what is promised."""
    index = head
    while index not in reading.clauses and reading.sentence.tokens[index].head != index:
        index = reading.sentence.tokens[index].head
    clause = reading.clauses.get(index)
    if clause is None or clause.governed_as != "content":
        return None
    return next((d for d in drafts if d.clause.head == clause.governor and d.frame.content is not None), None)


def _told_of(reading: Reading, verb: int, by_head: dict[int, Draft]) -> Draft | None:
    """The act that an empty verb tells of: "on 3 May he became the first to visit", "the visit was on 3 May"."""
    below = reading.sentence.children[verb]
    for child in below:
        near = [
            child,
            *(
                inner
                for inner in reading.sentence.children[child]
                if reading.sentence.tokens[inner].relation in {"acl", "relcl"}
            ),
        ]
        found = next((by_head[index] for index in near if index in by_head), None)
        if found is not None:
            return found
    return None


def _own_tokens(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> set[int]:
    """The tokens below an act's clause that do not belong to another act further in."""
    others = {other.clause.head for other in drafts if other is not draft}
    light = (
        draft.clause.governor
        if draft.clause.governed_as == "light" and draft.clause.governor is not None
        else draft.clause.head
    )
    found: set[int] = set()
    open_ = [draft.clause.head, light]
    while open_:
        index = open_.pop()
        if index in found:
            continue
        found.add(index)
        open_ += [
            child
            for child in reading.sentence.children[index]
            if child not in others
            and not (child in reading.clauses and reading.clauses[child].kind == "verb" and child != light)
        ]
    return found


def _leads_to(reading: Reading, index: int, draft: Draft) -> bool:
    """Of "became the first … to attend": the word "first" stands above the act that it tells of."""
    noun = reading.sentence.tokens[index].head
    if noun == draft.clause.head:
        return True
    verb = reading.sentence.tokens[noun].head
    return draft.clause.governor in {noun, verb} and draft.clause.governed_as in {
        "noun",
        "relative",
        "purpose",
        "content",
    }
