"""Names given before: "the Council" after "the North Atlantic Council"."""

from collections.abc import Iterator, Sequence

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import Seen
from dragoman.actors.setting import Resolved
from dragoman.records.participant import Participant


def short_for(phrase: Phrase, before: Sequence[Seen]) -> Resolved | None:
    """Whoever bears a name of several words that ends in the phrase's one word."""
    word = phrase.head.text
    for participant in _latest_first(before):
        if _ends(participant.text, word) or _ends(participant.name, word):
            because = f"'{word}' is short for '{participant.text}'"
            return Resolved(participants=(participant,), rule="short", because=because)
    return None


def _ends(name: str, word: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[-1].lower() == word.lower() and words[-1][:1].isupper()


def _latest_first(before: Sequence[Seen]) -> Iterator[Participant]:
    """Those named, mention by mention from the last one back, each mention's own in order."""
    for one in reversed(before):
        if not one.joined:
            yield from one.participants
