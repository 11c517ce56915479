"""Takes a name; gives the other ways in which newspapers write it.

>>> sorted(full_names("Moon Jae-in", "Moon"))
['Jae-in Moon', 'Moon Jae In', 'Moon Jae-in']
"""

import unicodedata

# Letters that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ð": "d", "ß": "ss", "æ": "ae"}
)


def without_accents(text: str) -> str:
    """The text in plain letters, as wires write it: Erdoğan becomes Erdogan."""
    apart = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def writings(text: str) -> tuple[str, ...]:
    """The text with and without marks over its letters, with straight and with curly apostrophes."""
    plain = (text, without_accents(text))
    return tuple(dict.fromkeys((*plain, *(one.replace("'", "’") for one in plain))))


def full_names(name: str, family: str) -> set[str]:
    """The orders and lengths of a person's name; a bare family name is none of them."""
    found = {name}
    words = name.split()
    if name.startswith(f"{family} "):
        given = name.removeprefix(f"{family} ")
        found |= {f"{given} {family}", f"{family} {_spaced(given)}"}
    elif name.endswith(f" {family}") and len(words[0]) > 2:  # an initial alone is no first name
        found |= {f"{words[0]} {family}", _without_initials(name)}
    return {one for one in found if one != family or " " in one}  # where the family name is not told, the whole is it


def _spaced(given: str) -> str:
    """Jae-in as Jae In."""
    return " ".join(part[:1].upper() + part[1:] for part in given.split("-"))


def _without_initials(name: str) -> str:
    """George W. Bush as George Bush."""
    first, *others = name.split()
    return " ".join([first, *(word for word in others if not (len(word) == 2 and word.endswith(".")))])
