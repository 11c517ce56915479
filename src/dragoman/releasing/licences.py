"""Licences: takes the words in which a source states its terms, gives the open licence that they name, if it is one.

Open licences are those of packs/releases/open_licences.csv: anybody may pass the text on, for any purpose. Words that
say more than the name of a licence ("CC BY, but for photographs") are not taken for one.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.store.documents import Publication

_WORD = re.compile(r"[a-z§]+\d*|\d+", re.IGNORECASE)
_VERSION = re.compile(r"\bv(?:ersion)?\.?\s*\d+(?:\.\d+)*|\b\d+\.\d+(?:\.\d+)*\b", re.IGNORECASE)
_NUMBERS = re.compile(r"( \d+)+$")  # "CC BY 4"
_IDLE = frozenset({
    "the", "under", "a", "licence", "license", "licensed", "international", "unported", "igo", "generic", "deed",
})  # fmt: skip
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLicence:
    """A licence under which anybody may pass a text on."""

    id: str
    name: str
    url: str


def open_licence(stated: str | None) -> OpenLicence | None:
    """The open licence that is named by its name, with or without its version, or by its address.

    Example:
        >>> open_licence("CC BY 4.0").id
        'CC-BY'
        >>> open_licence("CC BY-NC 4.0")
    """
    if not stated:
        return None
    if _SCHEME.match(stated.strip()):
        return _by_address(stated)
    words = _plain(_VERSION.sub(" ", stated))
    return next(filter(None, map(_names().get, (_plain(stated), words, _NUMBERS.sub("", words)))), None)


def may_be_passed_on(publications: Iterable[Publication]) -> bool:
    """Whether a text may go into a release: one of its publications lets it, and no source keeps it back.

    What somebody decided of a whole source comes before the licence that is stated.
    """
    told = [
        open_licence(one.licence) is not None if one.may_be_passed_on is None else one.may_be_passed_on
        for one in publications
    ]
    kept_back = any(one.may_be_passed_on is False for one in publications)
    return any(told) and not kept_back


def _by_address(stated: str) -> OpenLicence | None:
    address = _bare(stated)
    return next((licence for licence in _table() if address.startswith(_bare(licence.url))), None)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip()).lower().removeprefix("www.")


def _plain(words: str) -> str:
    return " ".join(word for word in _WORD.findall(words.casefold()) if word not in _IDLE)


@cache
def _names() -> Mapping[str, OpenLicence]:
    rows = zip(_table(), _rows(), strict=True)
    return {
        _plain(name): licence
        for licence, row in rows
        for name in (licence.id.replace("-", " "), licence.name, *row["names"].split("|"))
    }


@cache
def _table() -> tuple[OpenLicence, ...]:
    return tuple(OpenLicence(id=row["id"], name=row["name"], url=row["url"]) for row in _rows())


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = (files("dragoman.packs") / "releases" / "open_licences.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
