"""Takes the readings of a document, gives the nouns that no frame took and that may mean an act told before.

"Israel bombed Gaza. The raid …", "… The move angered Minsk": definite, without a word that says that another is meant.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dragoman.events.linking.acts import POINTERS
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NOUNS = frozenset({"NN", "NNS"})
_CLAUSES = frozenset({"relcl", "acl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A noun that may mean an act told before, those named in its phrase, and the verb of which it is the subject."""

    reading: Reading
    head: int
    word: str
    named: tuple[Participant, ...]
    carrier: int | None

    @property
    def is_plural(self) -> bool:
        """As "the raids"."""
        return self.reading.sentence.tokens[self.head].tag == "NNS"

    @property
    def clause(self) -> Clause:
        """The noun as a clause; a verb that only tells more of it lends it its words."""
        own = self.reading.clauses.get(self.head)
        arguments = own.arguments if own is not None else ()
        is_light = self.carrier is not None
        return Clause(
            head=self.head,
            lemma=self.word,
            kind="noun",
            arguments=arguments,
            governor=self.carrier if is_light else None,
            governed_as="light" if is_light else None,
        )


def pointers_in(reading: Reading, taken: Collection[int], words: SameActWords) -> Iterator[Pointer]:
    """The pointers of a sentence; `taken` are the tokens that tell acts already."""
    tokens = reading.sentence.tokens
    for token in tokens:
        word = token.lemma.lower()
        if token.tag not in _NOUNS or token.index in taken or token.relation in {"compound", "nmod"}:
            continue
        if word not in words.families and word not in words.pointing:
            continue
        if is_said_of_pronoun(reading, token.index) or _is_definite(reading, token.index, words.another):
            yield Pointer(
                reading=reading,
                head=token.index,
                word=word,
                named=tuple(_named(reading, token.index)),
                carrier=_carrier(reading, token.index, taken, words.carrying),
            )


def is_said_of_pronoun(reading: Reading, noun: int) -> bool:
    """As in "this was the first meeting …"."""
    above = reading.clauses.get(reading.sentence.tokens[noun].head)
    if above is None or above.lemma != "be" or noun not in above.heads("complement"):
        return False
    return any(reading.sentence.tokens[head].text.lower() in POINTERS for head in above.heads("doer"))


def says_another(reading: Reading, noun: int, another: Collection[str]) -> bool:
    """Whether words before the noun say that another act is meant: "the next attack"."""
    sentence = reading.sentence
    return any(
        sentence.tokens[child].lemma.lower() in another
        for child in sentence.children[noun]
        if sentence.tokens[child].relation in {"amod", "nummod", "det", "advmod", "nmod", "compound"}
    )


def _is_definite(reading: Reading, noun: int, another: Collection[str]) -> bool:
    sentence = reading.sentence
    determiners = {sentence.tokens[child].lemma.lower() for child in sentence.below(noun, "det")}
    return bool(determiners & DEFINITE) and not says_another(reading, noun, another)


def _named(reading: Reading, noun: int) -> Iterator[Participant]:
    """Those named in the noun's phrase, but not in its clauses."""
    sentence = reading.sentence
    open_ = [noun]
    while open_:
        index = open_.pop()
        if index in reading.mentions and index != noun:
            yield from reading.mentions[index].participants
        open_ += [child for child in sentence.children[index] if sentence.tokens[child].relation not in _CLAUSES]


def _carrier(reading: Reading, noun: int, taken: Collection[int], carrying: Collection[str]) -> int | None:
    token = reading.sentence.tokens[noun]
    verb = reading.sentence.tokens[token.head]
    is_subject = token.relation in {"nsubj", "nsubjpass"} and verb.tag.startswith("V")
    return verb.index if is_subject and verb.lemma.lower() in carrying and verb.index not in taken else None
