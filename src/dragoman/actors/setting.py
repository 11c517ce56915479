"""Setting: what is known of a sentence while its phrases are read. Resolved: what reading a phrase gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.actors.cast import Cast
from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import Seen, seen_in
from dragoman.knowledge.world import Hit
from dragoman.records.document import Document
from dragoman.records.participant import Alternative, Mention, Participant, Rule
from dragoman.records.span import Span

_LEADING = frozenset({"DT", "PDT", "HYPH", "``", "''", ","})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Whom a phrase means, by which rule, and in words why; the fields are those of `Mention`."""

    participants: tuple[Participant, ...]
    rule: Rule
    because: str
    alias: str | None = None
    score: float = 1.0
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a phrase stands: its document, the names in its sentence, the mentions found there so far, and the cast.

    `named` holds for each token that lies in a name of the world that name, `found` the mentions by their heads: it
    grows from phrase to phrase while the sentence is read.
    """

    document: Document
    named: Mapping[int, Hit]
    found: Mapping[int, Mention]
    cast: Cast
    _before: dict[tuple[int, int], list[Seen]] = field(default_factory=dict, compare=False)

    def span(self, phrase: Phrase) -> Span:
        """The characters of the phrase without its article."""
        words = phrase.words
        while len(words) > 1 and words[0].tag in _LEADING:
            words = words[1:]
        return self.document.span(words[0].start, words[-1].end)

    def name_span(self, hit: Hit) -> Span:
        """The characters of a name."""
        return self.document.span(hit.start, hit.end)

    def before(self, phrase: Phrase) -> list[Seen]:
        """Whom the phrase may point back to: the latest of the sentences before, then those of its own before it."""
        key = (phrase.head.index, len(self.found))  # asked for several times while one phrase is read
        known = self._before.get(key)
        if known is None:
            here = [self.found[index] for index in sorted(self.found) if index < phrase.head.index]
            known = self._before[key] = [*self.cast.recent, *seen_in(phrase.sentence, here)]
        return known
