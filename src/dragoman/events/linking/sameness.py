"""Takes two drafts, gives whether they may tell one act, and whether their words are of one family.

A false tie loses an act, a missed one only counts it twice: whatever speaks against a tie counts.
"""

from collections.abc import Collection, Iterable

from dragoman.events.draft import Draft
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Magnitude, Place

_STANDINGS = {"planned": "ahead", "pledged": "ahead", "possible": "ahead"}
_EXACT = frozenset({"city", "site"})


class Sameness:
    """Holds drafts against each other with the pack's words of same acts."""

    def __init__(self, words: SameActWords) -> None:
        self._words = words

    def families(self, draft: Draft) -> frozenset[str]:
        """The families of the words that name a draft's act."""
        return frozenset().union(*(self._words.families_of(word, draft.type) for word in _words_of(draft)))

    def kin(self, one: Draft, other: Draft) -> bool:
        """Whether the words are the same or of one family: "attacked" and "raid"."""
        return one.clause.lemma == other.clause.lemma or bool(self.families(one) & self.families(other))

    def compatible(self, one: Draft, other: Draft) -> bool:
        """Whether nothing that the two say of type, standing, sides, day, place and number speaks against one act."""
        return (
            one.type == other.type
            and not _in_one_package(one, other)
            and standing(one) == standing(other)
            and sides_agree(one, other)
            and dates_agree(one.date, other.date)
            and _places_agree(one.place, other.place)
            and not _apart(place_names(one), place_names(other))
            and _figures_agree(one.magnitudes, other.magnitudes)
            and (one.mode is None or other.mode is None or one.mode == other.mode)
        )

    def told_alike(self, one: Draft, other: Draft) -> bool:
        """Whether two full tellings give the same sides and the same day, or the same telling figure."""
        if one.reading is other.reading:  # a sentence tells an act once by a verb
            return False
        is_full = len(one.participants) > 1 and (one.frame.reciprocal or (one.actors and one.recipients))
        if not is_full or ids(one.actors) != ids(other.actors) or ids(one.recipients) != ids(other.recipients):
            return False
        return _same_day(one.date, other.date) or bool(_telling(one.magnitudes) & _telling(other.magnitudes))


def standing(draft: Draft) -> str:
    """The status, with all that is still to come by intention in one."""
    return _STANDINGS.get(draft.status, draft.status)


def sides_agree(one: Draft, other: Draft) -> bool:
    """Whether one's sides are the other's or some of them; at least one side is named by both."""
    if not one.participants or not other.participants or _other_persons(one, other):
        return False
    if one.frame.reciprocal or other.frame.reciprocal:
        return _within(one.participants, other.participants) or _within(other.participants, one.participants)
    pairs = ((one.actors, other.actors), (one.recipients, other.recipients))
    return all(_agree(mine, theirs) for mine, theirs in pairs) and any(mine and theirs for mine, theirs in pairs)


def _in_one_package(one: Draft, other: Draft) -> bool:
    """Items of one package are several acts, and none of them is the whole."""
    is_beside = one.part_of is not None and one.part_of is other.part_of
    return is_beside or one.part_of is other or other.part_of is one


def dates_agree(one: DateSpan | None, other: DateSpan | None) -> bool:
    """Whether two dates overlap, or one of them is not known."""
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return True
    return one.start <= other.end and other.start <= one.end


def place_names(draft: Draft) -> frozenset[str]:
    """The cities and sites named inside the act's own phrase: "attacked Kharkiv" is not "attacked Kyiv"."""
    places = draft.reading.places
    if not places:
        return frozenset()
    clauses = {head for head, clause in draft.reading.clauses.items() if clause.kind == "verb"} - {draft.clause.head}
    found: set[str] = set()
    open_ = [draft.clause.head, *(argument.head for argument in draft.clause.arguments if argument.near)]
    seen: set[int] = set()
    while open_:
        index = open_.pop()
        if index in seen or index in clauses:
            continue
        seen.add(index)
        if index in places and places[index].precision in _EXACT:
            found.add(places[index].name)
        open_ += draft.reading.sentence.children[index]
    return frozenset(found)


def ids(participants: Iterable[Participant]) -> set[str]:
    """The ids of participants."""
    return {participant.id for participant in participants}


def _words_of(draft: Draft) -> set[str]:
    tokens = draft.reading.sentence.tokens
    return {draft.clause.lemma.lower(), *(tokens[index].lemma.lower() for index in draft.tokens)}


def _agree(ones: Collection[Participant], others: Collection[Participant]) -> bool:
    """Whether a side is left open by one of the two, or one's is within the other's."""
    return not ones or not others or _within(ones, others) or _within(others, ones)


def _within(ones: Iterable[Participant], others: Collection[Participant]) -> bool:
    return all(any(_is(one, other) for other in others) for one in ones)


def _is(one: Participant, other: Participant) -> bool:
    """The same, or one is of the other's state: "Russia" and "Russian police", "three officials"."""
    if one.id == other.id:
        return True
    if one.kind == "state" or other.kind == "state":
        state, member = (one, other) if one.kind == "state" else (other, one)
        return member.country == state.id and member.kind != "state"
    return False


def _other_persons(one: Draft, other: Draft) -> bool:
    """Whether for one state different persons act: Blinken met Qin on one day, Xi on the next."""
    for mine in one.participants:
        persons = {p.person for p in other.participants if p.id == mine.id and p.person is not None}
        if mine.person is not None and persons and mine.person not in persons:
            return True
    return False


def _places_agree(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return one.precision != other.precision or one.name == other.name


def _apart(ones: frozenset[str], others: frozenset[str]) -> bool:
    return bool(ones and others and not ones & others)


def _figures_agree(ones: Iterable[Magnitude], others: Collection[Magnitude]) -> bool:
    """Of what both count the figures may be the same: 675 million dollars are not 775 million."""
    return all(
        mine.best == theirs.best or mine.approximate or theirs.approximate
        for mine in ones
        for theirs in others
        if mine.unit == theirs.unit and mine.best is not None and theirs.best is not None
    )


def _same_day(one: DateSpan | None, other: DateSpan | None) -> bool:
    both = one is not None and other is not None and one.precision == other.precision == "day"
    return both and one is not None and other is not None and one.start is not None and one.start == other.start


def _telling(magnitudes: Iterable[Magnitude]) -> set[tuple[float, str]]:
    """Figures that tell one act from others: not one, two or three."""
    return {(one.best, one.unit) for one in magnitudes if one.best is not None and one.best > 3}
