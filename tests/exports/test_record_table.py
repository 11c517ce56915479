"""A table of records of one class has the types that the class tells."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa
import pytest

from dragoman.exports.record_table import record_table


@dataclass(frozen=True, kw_only=True)
class Place:
    name: str
    height: float | None


@dataclass(frozen=True, kw_only=True)
class Journey:
    places: tuple[Place, ...]
    kind: Literal["by sea", "by land"]
    days: int
    counts: Mapping[Literal["stops", "nights"], int]
    notes: dict[str, int]
    alone: bool
    end: Place | None = None


JOURNEY = Journey(
    places=(Place(name="Oslo", height=23.0), Place(name="Bergen", height=None)),
    kind="by land",
    days=2,
    counts={"stops": 3},
    notes={"rain": 1},
    alone=False,
)


def test_a_row_holds_a_record_with_all_that_is_nested_in_it():
    (row,) = record_table([JOURNEY], Journey).to_pylist()
    assert row["places"] == [{"name": "Oslo", "height": 23.0}, {"name": "Bergen", "height": None}]
    assert (row["kind"], row["days"], row["alone"], row["end"]) == ("by land", 2, False, None)
    assert row["counts"] == {"stops": 3, "nights": None}
    assert dict(row["notes"]) == {"rain": 1}


def test_a_table_of_no_records_has_the_same_columns():
    assert record_table([], Journey).schema == record_table([JOURNEY], Journey).schema
    assert record_table([], Journey).schema.field("days").type == pa.int64()


def test_what_no_column_can_hold_is_refused_by_name():
    @dataclass
    class Odd:
        what: bytes

    with pytest.raises(TypeError, match="no column can be made of <class 'bytes'>"):
        record_table([], Odd)
