"""Names: takes names as foreign files write them; gives them as the book may hold them, without those that it has."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.knowledge.facts import Name
from dragoman.knowledge.spellings import without_accents
from dragoman.knowledge.world import World
from dragoman.records.participant import Kind

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "|": "/"})
_OF_PERSONS = frozenset({"full", "family"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """The further names of an actor, and a sentence on each that was left out."""

    names: tuple[str, ...]
    left_out: tuple[str, ...]


def cleaned(text: str) -> str:
    """The name with plain blanks and straight apostrophes, and without what cannot be seen."""
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    seen = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in plain)
    return " ".join(seen.split())


def is_latin(text: str) -> bool:
    """Whether the letters of a name are Latin ones, as English texts have them."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(letter, "") for letter in letters)


def slug(name: str) -> str:
    """The id of an actor that has none: its name in small letters.

    >>> slug("Réunion's Workers Party")
    'reunion-s-workers-party'
    """
    return re.sub(r"[^a-z0-9]+", "-", without_accents(name).lower()).strip("-")


def meant_by(world: World, text: str) -> tuple[Name, ...]:
    """All that the book means by exactly these words."""
    hits = world.find(text)
    return hits[0].names if len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(text)) else ()


def further_names(world: World, id_: str, kind: Kind, name: str, others: Iterable[str]) -> Further:
    """The other names of an actor that may be added to the book.

    A name that the book has for the same actor adds nothing. One that it has for another ("Georgia" for a firm) would
    take that one's place, and one without a capital letter would be found in any text: both are left out, and told.
    """
    names: dict[str, None] = {}
    left_out: list[str] = []
    for text in map(cleaned, others):
        meant = meant_by(world, text) if text else ()
        if kind == "person":
            meant = tuple(one for one in meant if one.use not in _OF_PERSONS)
        if text in {"", name} or any(_is_same(world, one, id_) for one in meant):
            continue
        if meant:
            left_out.append(f"{id_}: the name '{text}' is left out: the book has it for {meant[0].target}")
        elif text == text.lower():
            left_out.append(f"{id_}: the name '{text}' is left out: it has no capital letter")
        else:
            names[text] = None
    return Further(names=tuple(names), left_out=tuple(left_out))


def family_name(world: World, name: str, family: str | None) -> str | None:
    """The family name to tell, if it must be told.

    It is not where it is the last word of the name and the book knows others by it: alone in a text it means them.
    """
    family = cleaned(family or "")
    if not family or family not in name:
        return None
    meant = meant_by(world, family)
    if any(one.use not in _OF_PERSONS for one in meant):
        return None
    return None if meant and name.rsplit(maxsplit=1)[-1] == family else family


def _is_same(world: World, name: Name, id_: str) -> bool:
    """Whether a name of the book is of that actor, or of a place in that state."""
    place = world.place(name.target) if name.use == "place" else None
    return name.target == id_ or (place is not None and place.country == id_)
