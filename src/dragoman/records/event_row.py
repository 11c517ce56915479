"""Event rows: rows of event data that others have published, in Dragoman's words."""

from dataclasses import dataclass

from dragoman.records.event import Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who acts or is acted upon, as a row tells it.

    `code` and `name` are as they stand in the file. `country` is ISO 3166-1 alpha-3 and `sectors` are PLOVER's. `id` is
    that of `Participant`: an organisation or group that the book knows, else the country, else a slug of the name; None
    where neither is told.
    """

    id: str | None
    name: str | None = None
    code: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One row. `file` and `line` say where it stands ("2022.zip/june.tab", 12), `layout` in which layout.

    `date` is an ISO day. `type` is PLOVER's, by the CAMEO code where the layout has no type; None for what PLOVER
    drops. `quad` is that of the type, so that rows of all layouts are sorted alike; without a type that of the file.
    `goldstein` is the value of the CAMEO code, `intensity` PLOVER's score, which POLECAT has in its place.
    """

    file: str
    line: int
    layout: str
    id: str
    date: str
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    cameo: str | None = None
    type: str | None = None
    mode: str | None = None
    quad: Quad | None = None
    goldstein: float | None = None
    intensity: float | None = None
    place: str | None = None
    place_country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    outlet: str | None = None
    url: str | None = None

    @property
    def actor(self) -> Side | None:
        """The first of those who act."""
        return self.actors[0] if self.actors else None

    @property
    def recipient(self) -> Side | None:
        """The first of those who are acted upon."""
        return self.recipients[0] if self.recipients else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A line that holds no event, and why. Odd input is counted, not raised."""

    file: str
    line: int
    reason: str

    @property
    def path(self) -> str:
        """Where it stands: "2022.tab:12"."""
        return f"{self.file}:{self.line}"
