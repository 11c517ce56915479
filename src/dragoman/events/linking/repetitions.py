"""Takes the drafts of a document, finds the mentions of one act, and ties them to the fullest of them.

Acts are looked up by type and participant, and nouns that point back look at the sentences just before, so that the
work grows with the number of drafts and not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from dragoman.events.draft import Draft
from dragoman.events.linking.acts_told import Acts, first_of, last_of, some
from dragoman.events.linking.antecedents import Antecedents, draft_of, is_singular, without_told
from dragoman.events.linking.gathering import FRONT, gather
from dragoman.events.linking.pointing import DEFINITE, Pointer, is_said_of_pronoun, pointers_in, says_another
from dragoman.events.linking.sameness import Sameness, ids
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.reading import Reading

Colour = Callable[[Reading, Sequence[Draft]], None]

_BODY = frozenset({"body", "quotation", "heading"})
_REACH = 8  # sentences from a definite noun to the act that it names again
_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})


class Repetitions:
    """Callable: ties drafts that tell one act; gives the drafts of mere nouns that point back, which are new."""

    def __init__(self, words: SameActWords) -> None:
        self._words = words
        self._sameness = Sameness(words)
        self._antecedents = Antecedents(words, self._sameness)

    def __call__(self, readings: Sequence[Reading], drafts: Sequence[Draft], colour: Colour) -> list[Draft]:
        """Tie the drafts; `colour` gives a new draft its date, place and numbers."""
        kept = [draft for draft in drafts if draft.dropped is None]
        acts = Acts()
        pointing = self._read_body(readings, drafts, kept, acts, colour)
        for draft in kept:
            if draft.reading.sentence.kind in FRONT:
                acts.add(draft, self._told_in_full(draft, acts))
        for act in acts.every:
            if len(act) > 1:
                gather(act)
        _fill_judged(kept, acts)
        return pointing

    def _read_body(
        self, readings: Sequence[Reading], drafts: Sequence[Draft], kept: Sequence[Draft], acts: Acts, colour: Colour
    ) -> list[Draft]:
        """Sentence by sentence: each draft of the body, and each noun that points back."""
        told: defaultdict[int, list[Draft]] = defaultdict(list)
        taken: defaultdict[int, set[int]] = defaultdict(set)
        for draft in kept:
            told[draft.reading.sentence.index].append(draft)
        for draft in drafts:
            if not draft.waits or draft.dropped is None:
                taken[draft.reading.sentence.index].update((*draft.tokens, draft.clause.head))
        found: list[Draft] = []
        for reading in readings:
            if reading.sentence.kind not in _BODY or (not acts.every and not told[reading.sentence.index]):
                continue
            index = reading.sentence.index
            mentions: list[Draft | Pointer] = [*told[index], *pointers_in(reading, taken[index], self._words)]
            for mention in sorted(mentions, key=_place):
                if isinstance(mention, Draft):
                    acts.add(mention, self._act_of(mention, acts))
                elif (act := self._antecedents(mention, acts)) is not None:
                    draft = draft_of(mention, act[0])
                    colour(reading, [draft])
                    without_told(draft, told[index])
                    if self._figures_fit(draft, act):
                        found.append(draft)
                        acts.add(draft, act)
        return found

    def _act_of(self, draft: Draft, acts: Acts) -> list[Draft] | None:
        """The act told before that a draft of the body tells again."""
        carried = next((act for act in self._carried(draft, acts)), None)
        if carried is not None:
            return carried
        again = [act for act in acts.of(draft) if self._fits(draft, act)]
        if _points_back(draft, self._words.another):
            near = [act for act in again if draft.reading.sentence.index - act[-1].reading.sentence.index <= _REACH]
            near = [
                act for act in near if act[-1].reading is not draft.reading or act[-1].clause.head < draft.clause.head
            ]
            # "the meeting" is a meeting, and the one told last
            if draft.reading.sentence.tokens[draft.clause.head].tag == "NNS":
                near = [act for act in near if not all(is_singular(mention) for mention in some(act))]
            near.sort(key=lambda act: (all(m.clause.lemma != draft.clause.lemma for m in some(act)), -last_of(act)))
            return near[0] if near else None
        return next((act for act in again if any(self._sameness.told_alike(draft, other) for other in some(act))), None)

    def _carried(self, draft: Draft, acts: Acts) -> Iterator[list[Draft]]:
        """ "The attack killed 84 people": what a noun that points back does is what it means."""
        if draft.clause.kind == "verb" and not draft.actors:
            for head in draft.clause.heads("doer"):
                act = acts.at.get((draft.reading.sentence.index, head))
                if act is not None and act[0].type == draft.type and draft.status == act[0].status:
                    yield act

    def _told_in_full(self, draft: Draft, acts: Acts) -> list[Draft] | None:
        """The act that a headline, standfirst or caption tells: the first of the body, else of those before it."""
        fitting = [
            act
            for act in acts.of(draft)
            if self._fits(draft, act, loosely=acts.is_lead(act))
            and (acts.is_lead(act) or acts.sides[id(act)] == ids(draft.participants))
        ]
        fitting.sort(key=lambda act: (act[0].reading.sentence.kind in FRONT, first_of(act)))
        return fitting[0] if fitting else None

    def _fits(self, draft: Draft, act: Sequence[Draft], *, loosely: bool = False) -> bool:
        """Whether a draft may be of an act; loosely, the sides alone may say so where the words are not kin."""
        mentions = some(act)
        if not all(self._sameness.compatible(draft, other) for other in mentions):
            return False
        if any(self._sameness.kin(draft, other) for other in mentions):
            return True
        full = [other for other in mentions if ids(other.participants) == ids(draft.participants)]
        is_known = any(other.frame.id == draft.frame.id for other in mentions) or len(draft.participants) > 1
        return loosely and draft.type != "CONSULT" and is_known and bool(full)

    def _figures_fit(self, draft: Draft, act: Sequence[Draft]) -> bool:
        return all(self._sameness.compatible(draft, other) for other in some(act))


def _place(mention: Draft | Pointer) -> int:
    return mention.clause.head if isinstance(mention, Draft) else mention.head


def _fill_judged(drafts: Iterable[Draft], acts: Acts) -> None:
    """ "Ukraine condemned the attack": whose attack it was is condemned."""
    for draft in drafts:
        if draft.type not in _JUDGING or draft.recipients or draft.frame.reciprocal or draft.clause.kind != "verb":
            continue
        for head in draft.clause.heads("done-to"):
            act = acts.at.get((draft.reading.sentence.index, head))
            others = [p for p in (act[0].actors if act else ()) if p.id not in ids(draft.actors)]
            if act and any(m.points_back and m.clause.head == head for m in act) and others:
                draft.recipients = others
                draft.steps.append(f"recipient {others[0].id}: did what is spoken of")


def _points_back(draft: Draft, another: frozenset[str]) -> bool:
    """A noun act said of "this": "this was the first meeting …", or one that "the meeting", "Pelosi's visit" again."""
    if draft.clause.kind != "noun":
        return False
    reading, noun = draft.reading, draft.clause.head
    if is_said_of_pronoun(reading, noun):
        return True
    sentence = reading.sentence
    determiners = {sentence.tokens[child].lemma.lower() for child in sentence.below(noun, "det")}
    # "made its attack" is a new one, "ordered the attack" is not
    is_own = bool(sentence.below(noun, "poss")) and draft.clause.governed_as != "light"
    return (is_own or bool(determiners & DEFINITE)) and not says_another(reading, noun, another)
