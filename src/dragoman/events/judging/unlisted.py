"""Takes a Reading, gives it with mentions of people and bodies whom no list names: "a Danish provocateur".

They are there for the judge alone: frames never see them, and only those that it takes for a side are kept.
"""

from collections.abc import Container, Iterator
from dataclasses import replace

from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.reading import Reading
from dragoman.records.sentence import Sentence
from dragoman.records.slugs import slug

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_NUMBERS = frozenset({"nummod"})
_OTHERS_ROLES = frozenset({"content", "complement", "particle"})
_SCORE = 0.4  # a noun that names nobody: under every rule that knows whom it means


def with_unlisted(document: Document, reading: Reading, acting: Container[str]) -> Reading:
    """The reading with a mention more for each noun of the list that takes part in a clause and is none yet."""
    found = {mention.head: mention for mention in _unlisted(document, reading, acting)}
    return replace(reading, mentions={**reading.mentions, **found}) if found else reading


def _unlisted(document: Document, reading: Reading, acting: Container[str]) -> Iterator[Mention]:
    tokens = reading.sentence.tokens
    taking_part = {
        argument.head
        for clause in reading.clauses.values()
        for argument in clause.arguments
        if argument.role not in _OTHERS_ROLES
    }
    for head in sorted(taking_part):
        token = tokens[head]
        is_known = head in reading.mentions or head in reading.places or head in reading.clauses
        if not is_known and token.tag in {"NN", "NNS"} and token.lemma.lower() in acting:
            yield _mention(document, reading, head)


def _mention(document: Document, reading: Reading, head: int) -> Mention:
    """The noun with the words before it: "two Danish provocateurs", whose id is without the number."""
    sentence = reading.sentence
    before = [child for child in sentence.children[head] if child < head]
    words = [child for child in before if sentence.tokens[child].relation in _MODIFIERS]
    numbers = [child for child in before if sentence.tokens[child].relation in _NUMBERS]
    country = next((c for child in words if (c := _country(reading, child)) is not None), None)
    first = min([head, *words, *numbers])
    span = document.span(sentence.tokens[first].start, sentence.tokens[head].end)
    participant = Participant(
        id=slug(_words(sentence, [*words, head])),
        name=_words(sentence, sorted([*numbers, *words, head])),
        kind="population" if sentence.tokens[head].tag == "NNS" else "person",
        country=country,
        text=span.text,
        start=span.start,
        end=span.end,
    )
    because = f"'{sentence.tokens[head].text}' names nobody whom a list knows"
    return Mention(
        head=head, first=first, last=head, participants=(participant,), rule="unlisted", because=because, score=_SCORE
    )


def _country(reading: Reading, index: int) -> str | None:
    mention = reading.mentions.get(index)
    return mention.participants[0].country if mention is not None and len(mention.participants) == 1 else None


def _words(sentence: Sentence, indices: list[int]) -> str:
    return " ".join(sentence.tokens[index].text for index in indices)
