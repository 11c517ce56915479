"""Names that may mean something else: takes a sentence and the names in it, gives them with what each means there."""

from calendar import day_name, month_name
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from rapidfuzz import fuzz

from dragoman.actors.cast import Cast
from dragoman.actors.hits import Hits
from dragoman.knowledge.facts import Ambiguity, OtherReading
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit, Name, World
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence, Token

_SAME_FIRST_NAME = 70  # of 100: "Adil" and "Adel" reach 75
_LONGEST_NAME = 3  # words that may follow
_OF_NAME = frozenset({"compound", "nmod"})

_ACTING = frozenset({"nsubj", "nsubjpass"})
_CALENDAR = frozenset(word.lower() for word in (*month_name, *day_name) if word)


class Meanings:
    """Settles what ambiguous names mean: for a whole text by the words around, and name by name by grammar."""

    def __init__(self, world: World, references: References) -> None:
        self._world = world
        self._honorifics = references.honorifics

    def of_text(self, document: Document, hits: Hits) -> dict[str, OtherReading]:
        """The names of the text that mean something else than the state: more words tell of that than of the state."""
        meant: dict[str, OtherReading] = {}
        for text in {document.text[hit.start : hit.end] for hit in hits.all} & self._world.ambiguities.keys():
            reading, cues = _likeliest(self._world.ambiguities[text].readings, document.unwrapped)
            if reading is not None and cues > self._evidence(text, document, hits):
                meant[text] = reading
        return meant

    def in_sentence(self, sentence: Sentence, named: Mapping[int, Hit], cast: Cast) -> Mapping[int, Hit]:
        """The names of a sentence, by token, as they are meant there; one that is part of a person's name is none."""
        known = self._world.ambiguities
        unsure = [i for i, hit in named.items() if sentence.tokens[i].text in known and _is_one_word(i, hit, named)]
        others = [i for i, hit in named.items() if self._is_in_longer_name(sentence, i, hit, named)]
        if not unsure and not others:
            return named
        settled = {index: hit for index, hit in named.items() if not any(hit is named[other] for other in others)}
        for index in unsure:
            token = sentence.tokens[index]
            ambiguity = known[token.text]
            is_person = self._is_in_persons_name(sentence, token, named) or _is_surname(token, cast)
            if ambiguity.is_given and is_person:
                settled.pop(index, None)
                continue
            other = _behind_article(sentence, token, ambiguity) or cast.meanings.get(token.text)
            if other is not None:
                settled[index] = _meaning(named[index], other)
        return settled

    def _evidence(self, text: str, document: Document, hits: Hits) -> int:
        """How often other names of the text tell of the state that bears this one."""
        here = [hit for hit in hits.all if document.text[hit.start : hit.end] == text]
        targets: set[str | None] = {name.target for name in here[0].names}
        return sum(
            any(self._tells_of(name, targets) for name in hit.names)
            for hit in hits.all
            if document.text[hit.start : hit.end] != text
        )

    def _tells_of(self, name: Name, states: Container[str | None]) -> bool:
        place = self._world.place(name.target) if name.use == "place" else None
        return (place.country if place else name.target) in states

    def _is_in_persons_name(self, sentence: Sentence, token: Token, named: Mapping[int, Hit]) -> bool:
        """ "Chad Wolf", "Michael Jordan": beside a capitalised word of the same phrase that no list knows."""
        tokens = sentence.tokens
        before = tokens[token.index - 1] if token.index else None
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if after is not None and token.relation in _OF_NAME and token.head == after.index:
            return self._is_unknown_name(after, named)
        if before is not None and before.relation in _OF_NAME and before.head == token.index:
            return self._is_unknown_name(before, named)
        return False

    def _is_in_longer_name(self, sentence: Sentence, index: int, hit: Hit, named: Mapping[int, Hit]) -> bool:
        """Whether a person's name goes on behind the one that the book knows: "Kim Jong Nam" is no Kim Jong-un."""
        if named.get(index + 1) is hit:
            return False
        if not hit.names or any(name.use not in {"family", "full"} for name in hit.names):
            return False
        if index + 1 >= len(sentence.tokens):
            return self._has_other_first_name(sentence, index, hit, named)
        token, after = sentence.tokens[index], sentence.tokens[index + 1]
        between = sentence.tokens[after.index : token.head + 1]
        goes_on = token.relation in _OF_NAME and 0 < len(between) <= _LONGEST_NAME
        if goes_on and all(self._is_unknown_name(one, named) for one in between):
            return True
        return self._has_other_first_name(sentence, index, hit, named)

    def _has_other_first_name(self, sentence: Sentence, index: int, hit: Hit, named: Mapping[int, Hit]) -> bool:
        """ "Abdullah al-Attiyah" is no Khalid al-Attiyah: a first name stands before it that no known bearer has."""
        first = min(other for other, one in named.items() if one is hit)
        before = sentence.tokens[first - 1] if first else None
        if before is None or before.relation not in _OF_NAME or before.head != index:
            return False
        if any(name.use == "full" for name in hit.names) or not self._is_unknown_name(before, named):
            return False
        known = [word for name in hit.names for word in self._world.person(name.target).name.split()]
        return not any(fuzz.ratio(before.text, word) >= _SAME_FIRST_NAME for word in known)

    def _is_unknown_name(self, token: Token, named: Mapping[int, Hit]) -> bool:
        if token.index in named or not token.tag.startswith("NNP") or not token.text[:1].isupper():
            return False
        word = token.text.lower()
        if word.rstrip(".") in self._honorifics or word in _CALENDAR:
            return False
        return word not in self._world.offices and word not in self._world.nouns and token.text.isalpha()


def _is_surname(token: Token, cast: Cast) -> bool:
    """ "Jordan" after "Michael Jordan": somebody of that name was spoken of."""
    bearer = cast.surnames.get(token.text)
    return bearer is not None and bearer.kind == "person"


def _likeliest(readings: Iterable[OtherReading], text: str) -> tuple[OtherReading | None, int]:
    """The reading of which most cues stand in the text, and how many do."""
    counted = [(sum(cue in text for cue in reading.cues), reading) for reading in readings if not reading.article]
    cues, reading = max(counted, key=lambda one: one[0], default=(0, None))
    return (reading, cues) if cues else (None, 0)


def _behind_article(sentence: Sentence, token: Token, ambiguity: Ambiguity) -> OtherReading | None:
    """ "the Jordan" is a river; "the Jordan valley" and "the Jordan government" are told by their own nouns."""
    is_behind = token.index > 0 and sentence.tokens[token.index - 1].lemma.lower() == "the"
    if not is_behind or token.relation in _OF_NAME or token.relation in _ACTING:
        return None
    return next((reading for reading in ambiguity.readings if reading.article), None)


def _is_one_word(index: int, hit: Hit, named: Mapping[int, Hit]) -> bool:
    return named.get(index - 1) is not hit and named.get(index + 1) is not hit


def _meaning(hit: Hit, other: OtherReading) -> Hit:
    """The name as a place, or as nothing that acts."""
    names = (Name(text=other.name, use="place", target=other.name),) if other.place else ()
    return replace(hit, names=names)
