"""Slugs: takes an id or a name and gives the form in which the two are compared."""

import re
import unicodedata

from dragoman.records.participant import Participant


def slug(name: str) -> str:
    """Lower case, without accents, with hyphens: the form in which names are compared.

    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def slugs_of(participants: tuple[Participant, ...]) -> frozenset[str]:
    """The ids and the names of participants."""
    return frozenset(slug(word) for one in participants for word in (one.id, one.name) if word)
