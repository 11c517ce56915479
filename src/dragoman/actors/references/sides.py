"""Several named before: "the two leaders", "both sides", "the leaders of these three countries"."""

from collections.abc import Iterable, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.joining import joined_in
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Token


class Sides:
    """Callable: a phrase in; those named before whom it counts or calls together, or None."""

    def __init__(self, references: References) -> None:
        self._sides = references.sides
        self._states = references.states
        self._numbers = references.numbers

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """As many as the phrase says, named in one breath if such are; without a number those named together last."""
        if not self._tells_of_sides(phrase):
            return None
        groups = self._groups(phrase, setting)
        before = setting.named_before(phrase)
        wanted = self._wanted(phrase)
        if wanted is None:
            chosen = _same_breath(before) or (groups[-1] if groups else ())
        else:
            chosen = _as_many(wanted, groups, before)
        because = f"'{' '.join(token.text for token in phrase.words)}'"
        return Resolved(participants=chosen, rule="sides", because=because) if len(chosen) > 1 else None

    def _tells_of_sides(self, phrase: Phrase) -> bool:
        """Whether it is a plural such as "sides" that nothing but a number tells apart: no "Western leaders"."""
        if phrase.head.lemma not in self._sides or not phrase.is_plural():
            return False
        if not phrase.is_definite() and not any(token.lemma in self._numbers for token in phrase.words):
            return False
        return not any(t.tag in {"JJ", "NNP"} and t.lemma not in self._numbers for t in phrase.modifiers)

    def _wanted(self, phrase: Phrase) -> int | None:
        """How many the phrase says, or what stands behind it: "the leaders of these three countries"."""
        for token in phrase.words:
            if token.lemma.lower() in self._numbers:
                return self._numbers[token.lemma.lower()]
        for _, complement in phrase.complements:
            for token in _before(phrase, complement):
                if token.lemma in self._numbers:
                    return self._numbers[token.lemma]
        return None

    def _groups(self, phrase: Phrase, setting: Setting) -> list[tuple[Participant, ...]]:
        """Those named together before, of the sort that the noun tells of."""
        groups = [*setting.cast.joined, *joined_in(phrase.sentence, setting.found_before(phrase))]
        if phrase.head.lemma in self._states:
            return [group for group in groups if all(one.kind == "state" for one in group)]
        # "the two presidents" are persons, if two have been named together
        return [group for group in groups if all(one.person or one.office for one in group)] or groups


def _as_many(
    wanted: int, groups: Iterable[tuple[Participant, ...]], before: Sequence[Mention]
) -> tuple[Participant, ...]:
    fitting = [group for group in groups if len({participant.id for participant in group}) == wanted]
    if fitting:
        return fitting[-1]
    latest = _each_once(before)
    return latest[:wanted] if len(latest) >= wanted else ()


def _each_once(before: Sequence[Mention]) -> tuple[Participant, ...]:
    """The states and bodies named last, each once, the latest first; possessors and adjectives count too."""
    seen: dict[str, Participant] = {}
    for mention in reversed(before):
        for participant in mention.participants:
            if participant.kind in {"state", "group", "person"}:
                seen.setdefault(participant.id, participant)
    return tuple(seen.values())


def _same_breath(before: Sequence[Mention]) -> tuple[Participant, ...]:
    """The persons named in one go at the end: "Kishida, Biden and Yoon … the leaders"."""
    persons: dict[str, Participant] = {}
    for mention in reversed(before):
        if persons and not any(one.person for one in mention.participants):
            break
        for participant in mention.participants:
            if participant.person:
                persons.setdefault(participant.person, participant)
    return tuple(reversed(persons.values())) if len(persons) > 1 else ()


def _before(phrase: Phrase, token: Token) -> list[Token]:
    return [phrase.sentence.tokens[child] for child in phrase.sentence.children[token.index] if child < token.index]
