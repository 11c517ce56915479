"""Asked: takes a request, gives what it asks: the parts of its address, checked, and addresses made from it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request

from dragoman.errors import QuestionError
from dragoman.records.days import iso_day

_STRETCH = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_ENDING = re.compile(r"\.(?:json|csv|atom|ics|graphml|gexf|geojson)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The parts of an address: `parts` are those of its path, `query` what stands behind the question mark."""

    base: str
    path: str
    parts: dict[str, str]
    query: dict[str, str]

    @classmethod
    def of(cls, request: Request) -> "Asked":
        """What the request asks."""
        return cls(
            base=str(request.base_url).rstrip("/"),
            path=request.url.path,
            parts={name: str(value) for name, value in request.path_params.items()},
            query=dict(request.query_params),
        )

    def text(self, name: str) -> str:
        """A part of the query, empty where it is not given."""
        return self.query.get(name, "").strip()

    def number(self, name: str, *, usual: int, most: int) -> int:
        """A number from 1 on.

        Raises:
            QuestionError: it is none, or too high.
        """
        told = self.text(name)
        if not told:
            return usual
        if not told.isascii() or not told.isdecimal() or not 0 < int(told) <= most:
            raise QuestionError(f"{name}={told}: give a number from 1 to {most}")
        return int(told)

    def day(self, name: str) -> str | None:
        """An ISO day, None where it is not given.

        Raises:
            QuestionError: it is no day.
        """
        return day_of(self.text(name))

    def one_of(self, name: str, known: tuple[str, ...]) -> str | None:
        """One of the known words, None where it is not given.

        Raises:
            QuestionError: it is none of them.
        """
        told = self.text(name)
        if told and told not in known:
            raise QuestionError(f"{name}={told}: give one of {', '.join(known)}")
        return told or None

    def stretch(self, name: str) -> tuple[int, int] | None:
        """A stretch of characters, `12-40`: from which to before which; None where it is not given.

        Raises:
            QuestionError: it is none.
        """
        told = self.text(name)
        if not told:
            return None
        numbers = _STRETCH.fullmatch(told)
        if numbers is None or int(numbers[1]) >= int(numbers[2]):
            raise QuestionError(
                f"{name}={told}: give the first character and the one after the last, as in {name}=12-40"
            )
        return int(numbers[1]), int(numbers[2])

    @property
    def stem(self) -> str:
        """The path without the ending of a form."""
        return _ENDING.sub("", self.path)

    @property
    def whole_address(self) -> str:
        """The address as it was asked for."""
        return self.base + self.path + _query(self.query)

    @property
    def page_address(self) -> str:
        """That of the page, whatever form of it was asked for."""
        return self.base + self.stem + _query(self.query)

    def address_as(self, form: str, *, stem: str | None = None) -> str:
        """The path of the same answer in another form."""
        return f"{quote(stem or self.stem)}.{form}{_query(self.query)}"

    def again(self, **changed: str | None) -> str:
        """The path of this page with parts of its query changed; None takes one away."""
        query = {**self.query, **changed}
        return quote(self.stem) + _query({name: value for name, value in query.items() if value})


def day_of(told: str) -> str | None:
    """A day as ISO writes it, None where nothing is told.

    Raises:
        QuestionError: it is no day.
    """
    return iso_day(told) if told else None


def address(*parts: str, **query: str | None) -> str:
    """A path of this site: `address("actors", "JPN")` is `/actors/JPN`; what is None or empty is not asked."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return path + _query({name: value for name, value in query.items() if value})


def _query(given: dict[str, str] | dict[str, str | None]) -> str:
    asked = {name: value for name, value in given.items() if value}
    return f"?{urlencode(asked)}" if asked else ""
