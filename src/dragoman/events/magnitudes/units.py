"""Takes a figure, gives what it counts: money, a percentage, or what a noun names."""

from dragoman.events.magnitudes.durations import lasting
from dragoman.events.magnitudes.fates import bare, befallen, fate_of
from dragoman.events.magnitudes.figures import Figure
from dragoman.events.magnitudes.nouns import last_of_list, name_of, noun_of
from dragoman.events.magnitudes.unit import Unit
from dragoman.events.magnitudes.words import Words

_DASHES = frozenset({"-", "–", "—"})
_YEARS = range(1500, 2100)


def unit_of(words: Words, at: int, figure: Figure, currency: str | None) -> Unit | None:
    """The unit of the figure that begins at a token, behind the sign of a currency or none."""
    if currency is not None:
        return Unit(figure.last, figure.last, currency)
    return (
        _money(words, figure)
        or _percent(words, figure)
        or _measure(words, figure)
        or lasting(words, at, figure)
        or befallen(words, figure)
        or _counted(words, at, figure)
    )


def _money(words: Words, figure: Figure) -> Unit | None:
    at = figure.last + (2 if words.at(figure.last + 1) == "of" and figure.vague else 1)
    for length in (3, 2):  # "Danish kroner"
        code = words.quantities.currencies.get(words.phrase(at, at + length))
        if code is not None and at + length <= len(words.small):
            return Unit(at + length - 1, at + length - 1, code)
    for length in (0, 1, 2):
        code = words.quantities.currencies.get(words.at(at + length))
        if code is not None and (length == 0 or words.tokens[at].text[:1].isupper()):
            owner = words.phrase(at, at + length)
            return Unit(
                at + length, at + length, words.quantities.dollars_of.get(owner, code) if code == "USD" else code
            )
    return None


def _measure(words: Words, figure: Figure) -> Unit | None:
    """Kilometres, tonnes and the like, under one name each; of "a 300-kg bomb" too."""
    at = figure.last + (2 if words.at(figure.last + 1) in {*_DASHES, "of"} else 1)
    for length in (2, 1):
        name = words.quantities.measures.get(words.phrase(at, at + length))
        if name is not None and at + length <= len(words.small):
            return Unit(at + length - 1, at + length - 1, name)
    return None


def _percent(words: Words, figure: Figure) -> Unit | None:
    at = figure.last + (2 if words.at(figure.last + 1) in _DASHES else 1)
    for length in (1, 2):
        if words.phrase(at, at + length) in words.quantities.percent:
            return Unit(at + length - 1, at + length - 1, "%")
    if words.at(at) == "percentage" and words.at(at + 1) in {"point", "points"}:
        return Unit(at + 1, at + 1, "percentage points")
    return None


def _counted(words: Words, at: int, figure: Figure) -> Unit | None:
    """The noun counted: "24 people", "dozens of villagers", "a 20,000-strong crowd"."""
    after = figure.last + 1
    if words.at(after) in _DASHES:
        return _strong(words, after)
    if words.at(at).isdecimal() and _is_year_or_label(words, at):
        return None
    noun = noun_of(words, figure, after)
    if noun is None:
        return bare(words, figure)
    if words.tokens[noun].lemma.lower() in words.quantities.times or words.at(noun) in words.quantities.times:
        return None
    last = last_of_list(words, noun)
    return Unit(noun, last, _with_fate(name_of(words, after, noun, last), fate_of(words, noun, last)))


def _with_fate(name: str, fate: str | None) -> str:
    return f"{name} {fate}" if fate is not None else name


def _strong(words: Words, dash: int) -> Unit | None:
    """As in "20,000-strong march": people, not said which."""
    if words.at(dash + 1) != "strong":
        return None
    noun = words.tokens[words.tokens[dash + 1].head]
    is_after = noun.index > dash + 1 and noun.tag.startswith("NN")
    return Unit(noun.index if is_after else dash + 1, dash + 1, "people")


def _is_year_or_label(words: Words, at: int) -> bool:
    """As in "the 2014 protests", "Resolution 2231 sanctions", "14 Leopard 2 tanks"."""
    head = words.tokens[at].head
    before = words.tokens[at - 1] if at else None
    if before is not None and before.tag in {"NN", "NNP", "NNPS"} and before.relation != "npadvmod":
        return before.head in {at, head} or head == before.index
    year = len(words.at(at)) == 4 and int(words.at(at)) in _YEARS
    return year and words.at(at - 1) in {"the", "in", "since", "of", "'s", "by", "until", "from"}
