"""Takes a figure, gives the length of time that it counts where an act lasts so long: "a 72-hour truce"."""

from dragoman.events.magnitudes.figures import Figure
from dragoman.events.magnitudes.unit import Unit
from dragoman.events.magnitudes.words import Words

_DASHES = frozenset({"-", "–", "—"})
_MOST_BEFORE = 4  # words between "for" and the verb that lasts: "jailed him for"


def lasting(words: Words, at: int, figure: Figure) -> Unit | None:
    """The hours, days … of a figure, if they tell how long something lasts; a date, an age or a deadline is none."""
    quantities = words.quantities
    is_joined = words.at(figure.last + 1) in _DASHES
    unit = figure.last + (2 if is_joined else 1)
    name = quantities.durations.get(words.at(unit))
    behind = words.at(unit + 2 if words.at(unit + 1) in _DASHES else unit + 1)
    if name is None or behind in quantities.not_lasting:
        return None
    if is_joined:
        is_of_noun = unit + 1 < len(words.tokens) and words.tokens[unit + 1].tag.startswith(("NN", "JJ"))
        return Unit(unit, unit, name) if is_of_noun else None
    before = words.at(at - 1)
    if before in quantities.lasting or (before == "for" and _lasts(words, at)):
        return Unit(unit, unit, name)
    return None


def _lasts(words: Words, at: int) -> bool:
    lemmas = [token.lemma.lower() for token in words.tokens[max(0, at - 1 - _MOST_BEFORE) : at]]
    return any(lemma in words.quantities.lasting_for for lemma in lemmas)
