"""Cutting: takes a stretch of text, gives its pieces: the items of a list, or the clauses with a verb of their own.

Nothing is cut inside quotation marks or brackets.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.judging import judge

_OPENING, _CLOSING = "“«([", "”»)]"
_ENDS = " \t\n,;:–—-"
_LEADING = re.compile(r"(?:(?:and|or|as well as|but)\s+|\d+[.)]\s+)+", re.IGNORECASE)
_FEW = 8  # words before a mark of lists, among which a word like "areas" or "steps" stands
_SHORT = 3  # words: an item of so few may belong to a list inside the item before
_LEAST = 2  # words of which a clause has at least so many
_RELATIVE = re.compile(r"\b(?:who|which|that|whose)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?!(?:of|by|and|or|for|from)\b)\w", re.IGNORECASE)
_PRONOUN = re.compile(r",?\s+and\s+(?=(?:(?-i:[a-z]\w*)\s+)?(?:we|it|they)\s)", re.IGNORECASE)
_PREPOSED = re.compile(r"(?:,|,?\s+and)\s+(?=(on|against|for|by|through|with)\s(?!example|instance))", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:,\s+and|,|\s+and)\s+(?=(?:its|their|his|her)\s)", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"\b(?:who|which|that|whose|to|and|or)\b", re.IGNORECASE)
_COMMA_AND = re.compile(r",\s+and\s+")
_SPAN = 60  # characters within which the verb of a further clause stands
_JOINT = re.compile(r",?\s+and\s+|,\s+")


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """Characters `start` to `end` of the text. `item`: it is one of a list, and told of whom the list is told."""

    start: int
    end: int
    item: bool = False


def clauses_of(text: str, start: int, end: int, words: ThemeWords, names: Sequence[tuple[int, int]]) -> list[Piece]:
    """The pieces of a sentence that speaks for itself; `names` are where actors are named in the text."""
    whole = Piece(*trimmed(text, start, end))
    listed = list_in(text, whole.start, whole.end, words, names)
    alike = len({text[item.start : item.end].split(maxsplit=1)[0].lower() for item in listed}) == 1
    if len(listed) > 1 and (alike or sum(judge(text[item.start : item.end], words).says for item in listed) > 1):
        first, *others = listed
        return [Piece(whole.start, first.end), *others]
    return _long(text, _cut(text, whole, _borders(text, whole, words)))


def list_in(text: str, start: int, end: int, words: ThemeWords, names: Sequence[tuple[int, int]]) -> list[Piece]:
    """The items of the list that begins behind "including", "such as" or a colon; empty where there is none."""
    flat = flattened(text, start, end)
    for match in (*words.enumerating.all(flat), *re.finditer(r":", flat)):
        before = " ".join(text[: start + match.start()].split()[-_FEW:])
        if match[0] != ":" and not words.listing.within(before):
            continue
        if words.not_enumerating.at(flat[match.end() :].lstrip()) or _names_follow(
            text, start + match.end(), end, names
        ):
            continue
        items = items_of(text, start + match.end(), end)
        if len(items) > 1:
            return items
    return []


def items_of(text: str, start: int, end: int) -> list[Piece]:
    """The items of a list: split at semicolons, else at commas, and at "and" before the last one."""
    flat = flattened(text, start, end)
    borders = [match.end() for match in re.finditer(";", flat)]
    if not borders:
        borders = [match.end() for match in re.finditer(r",(?!\d)", flat)]
        last = borders[-1] if borders else 0
        joint = re.search(r"\s+and\s+", flat[last:])
        if joint and joint.start() > _SHORT:
            borders.append(last + joint.start())
    edges = [start, *(start + border for border in borders), end]
    pieces = [Piece(*trimmed(text, *edge), item=True) for edge in pairwise(edges) if text[slice(*edge)].strip(_ENDS)]
    return _joined(text, pieces)


def flattened(text: str, start: int, end: int) -> str:
    """The stretch with letters for what stands in quotation marks and brackets; a comma before a closing mark stays."""
    flat, depth, straight = [], 0, False
    inner = _inner(text, start, end)
    for place in range(start, end):
        character = text[place]
        if not inner[0] <= place < inner[1]:
            flat.append("x")
            continue
        if character == '"':
            straight = not straight
        depth += (character in _OPENING) - (character in _CLOSING)
        closes = (character in _CLOSING and depth <= 0) or (character == '"' and not straight)
        if closes and text[place - 1] in ",;":
            flat.append(text[place - 1])
        else:
            flat.append("x" if depth > 0 or straight or character in _CLOSING + '"' else character)
    return "".join(flat)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks, marks and "and" around it."""
    while end > start and (text[end - 1] in _ENDS or text[end - 1] == "."):
        end -= 1
    while start < end and text[start] in _ENDS:
        start += 1
    leading = _LEADING.match(text, start, end)
    return (leading.end() if leading else start), end


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch inside the quotation marks that hold all of it, else itself."""
    first, last = start, end
    while last > first and text[last - 1] in _ENDS + ".":
        last -= 1
    while first < last and text[first] in _ENDS:
        first += 1
    pairs = {"“": "”", '"': '"', "«": "»"}
    closing = pairs.get(text[first : first + 1])
    if closing and last - first > 1 and text.find(closing, first + 1, end) in {last - 1, -1}:
        return first + 1, last - 1 if text[last - 1] == closing else end
    return start, end


def _borders(text: str, piece: Piece, words: ThemeWords) -> Iterator[int]:
    """Where a further clause begins, in characters of the text."""
    flat = flattened(text, piece.start, piece.end)
    found = {match.end() for match in re.finditer(";", flat)}
    found |= {match.start() for match in words.joining.all(flat) if flat[: match.start()].rstrip().endswith((",", ";"))}
    found |= {match.start() for match in re.finditer(r"\bwhile\b|\bwhereas\b", flat)}
    found |= {match.end() for match in _PRONOUN.finditer(flat)}
    for match in _JOINT.finditer(flat):
        since = _last(found, match.start())
        if _verb_follows(flat[since : match.start()], flat[match.end() :], words):
            found.add(match.end())
    found |= _preposed(flat)
    for match in _COMMA_AND.finditer(flat):
        if _has_verb(re.split("[,;]", flat[match.end() : match.end() + _SPAN])[0], words):
            found.add(match.end())
    for match in _POSSESSIVE.finditer(flat):
        before = flat[: match.start()]
        if judge(before, words).words and not _RELATIVE.search(before) and not _INFINITIVE.search(before):
            found.add(match.end())
    return (piece.start + border for border in sorted(found) if border > 0)


def _verb_follows(before: str, behind: str, words: ThemeWords) -> bool:
    """Whether a further verb of the same subject follows: "breaks into networks | spreads falsehoods"."""
    verb = words.verbs.at(behind)
    if verb is None or not _GOES_ON.match(behind, verb.end()) or not words.verbs.within(before):
        return False
    plain = not verb[0].lower().endswith(("s", "ed"))
    return not (_RELATIVE.search(before) or (plain and _INFINITIVE.search(before)))


def _preposed(flat: str) -> set[int]:
    """Where items begin with one preposition each: "on mobility, on defence, and on climate"."""
    found = [(match.end(), match[1].lower()) for match in _PREPOSED.finditer(flat)]
    told = [preposition for _, preposition in found]
    return {border for border, preposition in found if told.count(preposition) > 1}


def _has_verb(text: str, words: ThemeWords) -> bool:
    """Whether a verb stands behind other words: "its ships are a matter of concern"."""
    other = _NO_SUBJECT.search(text)
    before = text[: other.start()] if other else text
    verbs = (match for match in words.verbs.all(before) if match.start() > 0)
    return any(re.match(r"\s+(?!of\b)\w", text[verb.end() :]) for verb in verbs)


def _last(found: Iterable[int], before: int) -> int:
    return max((border for border in found if border <= before), default=0)


def _cut(text: str, piece: Piece, borders: Iterable[int]) -> Iterator[Piece]:
    for start, end in pairwise([piece.start, *borders, piece.end]):
        bare = text[start:end].rstrip(_ENDS)
        shorter = re.sub(r"\s+(?:and|or)$", "", bare)
        if shorter.strip(_ENDS):
            yield Piece(*trimmed(text, start, start + len(shorter)))


def _long(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces; those of a single word go with the one before, the first with the next."""
    kept: list[Piece] = []
    for piece in pieces:
        if kept and min(len(text[each.start : each.end].split()) for each in (kept[-1], piece)) < _LEAST:
            kept[-1] = Piece(kept[-1].start, piece.end)
        else:
            kept.append(piece)
    return kept


def _joined(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with lists inside an item put together: "to control ports, energy, and chips, creating …"."""
    joined = list(pieces)
    place = 1
    while place < len(joined) - 1:
        if not re.search(r"(?:^|[\s,;])and\s+$", text[joined[place - 1].end : joined[place].start]):
            place += 1
            continue
        first = place - 1
        while first > 0 and len(text[joined[first].start : joined[first].end].split()) <= _SHORT:
            first -= 1
        joined[first : place + 1] = [Piece(joined[first].start, joined[place].end, item=True)]
        place = first + 1
    return joined


def _names_follow(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> bool:
    """Whether the list is one of actors: all that stands before its first comma or "and" is a name."""
    first = _JOINT.search(text, start, end)
    item = text[start : first.start() if first else end].strip(_ENDS)
    told = [text[slice(*name)] for name in names if start <= name[0] < end]
    return any(item.removeprefix("the ") == name.removeprefix("the ") for name in told)
