"""Items: what is read of a line of Wikidata's entity dump, and what it tells in a word: labels, items, dates."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.imports.dates import with_precision


class Text(msgspec.Struct):
    """A label or an alias."""

    value: str


class Value(msgspec.Struct):
    """The value of a statement: an item, a time, a text in a language; all else is passed over."""

    id: str | None = None
    number: int | None = msgspec.field(name="numeric-id", default=None)
    label: str | dict[str, Text] | None = None
    time: str | None = None
    precision: float | None = None
    text: str | None = None


class DataValue(msgspec.Struct):
    """A value as the dump wraps it."""

    value: Value | str | None = None


class Snak(msgspec.Struct):
    """What a property says; without a datavalue it says that somebody or nobody is known."""

    datavalue: DataValue | None = None


class Qualifiers(msgspec.Struct):
    """The qualifiers of an office that are read."""

    P580: list[Snak] = []
    P582: list[Snak] = []
    P1001: list[Snak] = []
    P642: list[Snak] = []


class Statement(msgspec.Struct):
    """One statement of an item."""

    mainsnak: Snak
    rank: str = "normal"
    qualifiers: Qualifiers | list[Snak] = []


class Claims(msgspec.Struct):
    """The properties that are read. The dump writes `[]` for none at all."""

    P31: list[Statement] = []
    P27: list[Statement] = []
    P17: list[Statement] = []
    P39: list[Statement] = []
    P21: list[Statement] = []
    P734: list[Statement] = []
    P569: list[Statement] = []
    P570: list[Statement] = []
    P571: list[Statement] = []
    P576: list[Statement] = []
    P298: list[Statement] = []
    P1001: list[Statement] = []


class Item(msgspec.Struct):
    """An entity of the dump."""

    id: str
    claims: Claims | list[Statement]
    labels: dict[str, Text] | list[Text] = []
    aliases: dict[str, list[Text]] | list[Text] = []

    @property
    def told(self) -> Claims:
        """The claims, also where there are none."""
        return self.claims if isinstance(self.claims, Claims) else Claims()

    @property
    def label(self) -> str | None:
        """The English label, or the one for all languages."""
        return label_in(self.labels) if isinstance(self.labels, dict) else None

    @property
    def other_names(self) -> tuple[str, ...]:
        """The English aliases."""
        found = self.aliases.get("en", []) if isinstance(self.aliases, dict) else []
        return tuple(text.value for text in found)


def label_in(labels: dict[str, Text]) -> str | None:
    """The English one of several labels, or the one for all languages."""
    text = labels.get("en") or labels.get("mul")
    return text.value if text else None


def inlined(value: Value) -> str | None:
    """The label of an item that stands beside its id, as some extracts have it."""
    return label_in(value.label) if isinstance(value.label, dict) else value.label


def counted(statements: Iterable[Statement]) -> list[Statement]:
    """The statements that are not deprecated, the preferred ones first."""
    return sorted((one for one in statements if one.rank != "deprecated"), key=lambda one: one.rank != "preferred")


def snaks(statements: Iterable[Statement]) -> list[Snak]:
    """What the statements say, the preferred ones first."""
    return [one.mainsnak for one in counted(statements)]


def values(said: Iterable[Snak]) -> Iterator[Value]:
    """The values that are no bare text."""
    for snak in said:
        if snak.datavalue is not None and isinstance(snak.datavalue.value, Value):
            yield snak.datavalue.value


def items(said: Iterable[Snak]) -> list[str]:
    """The ids of the items that are said."""
    ids = (value.id or (f"Q{value.number}" if value.number else None) for value in values(said))
    return [id_ for id_ in ids if id_]


def text(said: Iterable[Snak]) -> str | None:
    """The first bare text that is said."""
    return next((one.datavalue.value for one in said if one.datavalue and isinstance(one.datavalue.value, str)), None)


def day(said: Iterable[Snak]) -> str | None:
    """The first date that is said, as exact as it is told."""
    return next((with_precision(value.time, value.precision) for value in values(said) if value.time), None)


def qualifiers(statement: Statement) -> Qualifiers:
    """The qualifiers, also where there are none."""
    return statement.qualifiers if isinstance(statement.qualifiers, Qualifiers) else Qualifiers()
