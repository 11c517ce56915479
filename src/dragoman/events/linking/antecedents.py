"""Takes a noun that may point back and the acts told so far, gives the act that it means and a draft of it."""

from collections.abc import Iterable, Sequence

from dragoman.events.circumstances.belonging import own_tokens
from dragoman.events.draft import Draft
from dragoman.events.linking.acts_told import Acts, last_of, some
from dragoman.events.linking.pointing import Pointer
from dragoman.events.linking.sameness import Sameness, ids
from dragoman.knowledge.same_act_words import SameActWords

_NEAR = 2  # sentences from a noun that says no more than "the raid" to the act that it means
_FAR = 4  # sentences before "the move" in which no other act may be told
_OPEN = frozenset({"occurred", "planned", "pledged"})
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "THREATEN", "CONSULT"})  # to these "the move" is an answer, not their name


class Antecedents:
    """Callable: a noun that points back in, the act that it means out."""

    def __init__(self, words: SameActWords, sameness: Sameness) -> None:
        self._words = words
        self._sameness = sameness

    def __call__(self, pointer: Pointer, acts: Acts) -> list[Draft] | None:
        """The act that the noun means: the only one told shortly before, of its family or, for "the move", at all."""
        index = pointer.reading.sentence.index
        by_distance = [_before(pointer, acts.by_sentence.get(index - back, ())) for back in range(_FAR + 1)]
        kin = [[act for act in told if self._is_named(pointer, act)] for told in by_distance[: _NEAR + 1]]
        if pointer.is_plural and len(_distinct(kin)) > 1:  # "the arrests" may be several, told one by one
            return None
        for back, told in enumerate(kin):
            alone = told if len(told) < 2 else [act for act in told if _is_main_in(act, index - back)]
            if told:
                return alone[0] if len(alone) == 1 and self._may_mean(pointer, alone[0]) else None
        types = self._words.pointing.get(pointer.word, frozenset())
        done = _distinct([[act for act in told if act[0].type not in _SPOKEN] for told in by_distance])
        if len(done) != 1 or pointer.is_plural or done[0][0].type not in types or index - last_of(done[0]) > 1:
            return None
        return done[0] if self._may_mean(pointer, done[0]) else None

    def _is_named(self, pointer: Pointer, act: Sequence[Draft]) -> bool:
        """Whether the noun is of the family of the act's words, or the word for what it was done to."""
        families = self._words.families_of(pointer.word, act[0].type)
        return any(families & self._sameness.families(m) or pointer.word in _objects(m) for m in some(act))

    def _may_mean(self, pointer: Pointer, act: Sequence[Draft]) -> bool:
        """Whether number, standing and those named with the noun allow it to mean the act."""
        if act[0].status not in _OPEN or (pointer.is_plural and all(is_singular(mention) for mention in some(act))):
            return False
        named = ids(pointer.named) | {p.country for p in pointer.named if p.country}
        sides = [participant for mention in some(act) for participant in mention.participants]
        known = {one.id for one in sides} | {one.country for one in sides}
        return named <= known and not _does_it_himself(pointer, some(act))


def draft_of(pointer: Pointer, meant: Draft) -> Draft:
    """A record of the noun: the act that it means, told by its own word."""
    return Draft(
        reading=pointer.reading,
        clause=pointer.clause,
        frame=meant.frame,
        variant=meant.variant,
        tokens=(pointer.head,),
        actors=list(meant.actors),
        recipients=list(meant.recipients),
        status=meant.status,
        turned=meant.turned,
        points_back=True,
    )


def without_told(draft: Draft, others: Iterable[Draft]) -> None:
    """What the sentence says of another act there is not the noun's."""
    dates = [one.text for other in others for one in (other.date, other.due) if one is not None]
    if draft.date is not None and any(draft.date.text == text for text in dates):
        draft.date = None
    if draft.due is not None and any(draft.due.text == text for text in dates):
        draft.due = None
    if draft.place is not None and any(
        other.place is not None and other.place.text == draft.place.text for other in others
    ):
        draft.place = None
    figures = [one.text for other in others for one in other.magnitudes]
    draft.magnitudes = [one for one in draft.magnitudes if one.text not in figures]
    firsts = [one for other in others for one in other.firsts]
    draft.firsts = [one for one in draft.firsts if one not in firsts]


def _before(pointer: Pointer, acts: Iterable[list[Draft]]) -> list[list[Draft]]:
    """The acts told before the noun, outside the phrase in which it stands, and none of them an item of another."""
    told = [act for act in acts if not any(m.reading is pointer.reading and _holds(m, pointer.head) for m in some(act))]
    every = {mention for act in told for mention in some(act)}
    return [act for act in told if all(m.part_of is None or m.part_of not in every for m in some(act))]


def _distinct(by_distance: Iterable[Iterable[list[Draft]]]) -> list[list[Draft]]:
    return list({id(act): act for told in by_distance for act in told}.values())


def _is_main_in(act: Sequence[Draft], index: int) -> bool:
    return any(_is_main(mention) for mention in some(act) if mention.reading.sentence.index == index)


def _does_it_himself(pointer: Pointer, act: Sequence[Draft]) -> bool:
    """ "Moscow denounced the move": it is not Moscow's own."""
    verb = pointer.reading.clauses.get(pointer.reading.sentence.tokens[pointer.head].head)
    if verb is None or verb.kind != "verb" or pointer.head not in verb.heads("done-to"):
        return False
    mentions = pointer.reading.mentions
    doers = {p.id for head in verb.heads("doer") if head in mentions for p in mentions[head].participants}
    actors = {p.id for mention in act for p in mention.actors}
    return bool(doers) and actors <= doers and bool(actors) and not pointer.named


def _is_main(draft: Draft) -> bool:
    head = draft.clause.governor if draft.clause.governed_as == "light" else draft.clause.head
    return head is not None and draft.reading.sentence.tokens[head].relation == "ROOT"


def _holds(draft: Draft, noun: int) -> bool:
    """Whether the act is told behind the noun, or the noun is a word of its own phrase."""
    return draft.clause.head >= noun or noun in own_tokens(draft.reading, draft, [draft])


def _objects(draft: Draft) -> set[str]:
    """The words for what an act is done to: "approved a loan … the loan"."""
    tokens = draft.reading.sentence.tokens
    return {tokens[argument.head].lemma.lower() for argument in draft.clause.arguments if argument.role == "done-to"}


def is_singular(draft: Draft) -> bool:
    """Whether a noun tells a single act: "the raid"."""
    return draft.clause.kind == "noun" and draft.reading.sentence.tokens[draft.clause.head].tag == "NN"
