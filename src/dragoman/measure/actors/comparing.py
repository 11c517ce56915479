"""Comparison: takes an ask and the readings of its text, gives the answer: whom the words were taken for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dragoman.knowledge.spellings import without_accents
from dragoman.measure.actors.shapes import ActorCase, Ask
from dragoman.records.participant import Mention, Participant
from dragoman.records.reading import Read, Reading
from dragoman.records.sentence import Sentence

_ALIKE = 80  # of 100
Found = tuple[Sentence, Mention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An ask of a case and whom its words were taken for; `fault` is what is wrong with that, None if nothing is."""

    case: ActorCase
    ask: Ask
    participants: tuple[Participant, ...]
    because: tuple[str, ...]
    fault: str | None

    @property
    def holds(self) -> bool:
        """Whether the words were taken for those who are meant."""
        return self.fault is None

    def __str__(self) -> str:
        """The text, the words, who is meant and who was found."""
        found = [f"{one.id} ({_told(one)})" for one in self.participants]
        return "\n".join([
            f"{self.case.address} ({self.case.written.published}): {' '.join(self.case.written.text.split())}",
            f"  '{self.ask.words}' is {', '.join(self.ask.be) or 'nobody'}; found {', '.join(found) or 'nobody'}",
            f"  wrong in {self.fault}; {'; '.join(self.because) or 'no mention there'}",
        ])  # fmt: skip


def judge(case: ActorCase, ask: Ask, read: Read) -> Answer:
    """The answer to one ask."""
    span = _place(read.document.text, ask)
    found = [] if span is None else list(_topmost(_within(read.readings, *span)))
    if span is not None and all(_only_modifies(sentence, mention, span[1]) for sentence, mention in found):
        found = []
    participants = tuple(one for _, mention in found for one in mention.participants)
    fault = "the words, which are not in the text" if span is None else _fault(ask, participants)
    because = tuple(mention.because for _, mention in found)
    return Answer(case=case, ask=ask, participants=participants, because=because, fault=fault)


def confusions(answers: Iterable[Answer]) -> dict[str, Counter[str]]:
    """For each phenomenon, how many answers hold, and what was wrong with the others."""
    counted: dict[str, Counter[str]] = {}
    for answer in answers:
        counted.setdefault(answer.case.phenomenon, Counter())[answer.fault or "right"] += 1
    return counted


def _place(text: str, ask: Ask) -> tuple[int, int] | None:
    """Where the words stand, as whole words; blanks of the file may be line ends in the text."""
    words = r"\s+".join(re.escape(word) for word in ask.words.split())
    places = [match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text)]
    return places[ask.nth - 1] if ask.nth <= len(places) else None


def _within(readings: Iterable[Reading], start: int, end: int) -> list[Found]:
    """The mentions whose head, or one of those whom they name, stands within the words."""
    return [
        (reading.sentence, mention)
        for reading in readings
        for mention in reading.mentions.values()
        if mention.rule != "venue" and _is_within(reading.sentence, mention, start, end)
    ]


def _is_within(sentence: Sentence, mention: Mention, start: int, end: int) -> bool:
    head = sentence.tokens[mention.head]
    return (start <= head.start and head.end <= end) or any(
        start <= one.start and one.end <= end for one in mention.participants
    )


def _topmost(found: Sequence[Found]) -> Iterator[Found]:
    """Of mentions inside one another the outer one: of "the president of France" the president; of a list all."""
    adjectives_only = all(mention.rule == "adjective" for _, mention in found)
    heads = {(sentence.index, mention.head) for sentence, mention in found}
    for sentence, mention in found:
        above = sentence.above(_first_of_list(sentence, mention.head))
        if adjectives_only or all((sentence.index, index) not in heads for index in above):
            yield sentence, mention


def _first_of_list(sentence: Sentence, index: int) -> int:
    while sentence.tokens[index].relation == "conj":
        index = sentence.tokens[index].head
    return index


def _only_modifies(sentence: Sentence, mention: Mention, end: int) -> bool:
    """An adjective before a noun that names nobody ("Chinese food") does not make the whole somebody."""
    head = sentence.tokens[mention.head]
    noun = sentence.tokens[head.head]
    return mention.rule == "adjective" and noun.index > head.index and noun.end <= end


def _fault(ask: Ask, participants: Sequence[Participant]) -> str | None:
    """The first field in which those found differ from those meant."""
    if {one.id for one in participants} != set(ask.be):
        if not participants:
            return "nobody found"
        return "id" if ask.be else "somebody found"
    if ask.person is not None and not all(_is_person(ask.person, one) for one in participants):
        return "person"
    fields = ("sector", "kind", "country")
    wanted = [(field, getattr(ask, field)) for field in fields if getattr(ask, field) is not None]
    return next((field for field, value in wanted if any(getattr(one, field) != value for one in participants)), None)


def _is_person(name: str, participant: Participant) -> bool:
    """The same person, in whatever order and spelling the names stand: spellings are not what the cases are about."""
    return participant.person is not None and fuzz.token_set_ratio(_plain(name), _plain(participant.person)) >= _ALIKE


def _plain(name: str) -> str:
    return without_accents(name).lower().replace("-", " ")


def _told(participant: Participant) -> str:
    told = (participant.kind, participant.country, participant.sector, participant.person)
    return " ".join(part for part in told if part)
