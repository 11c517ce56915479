"""Record table: takes records of one class, gives an Arrow table: a column a field, typed as the class says.

So an answer without any record has the same columns as one with many.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa

_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def record_table(records: Iterable[object], class_: type) -> pa.Table:
    """One row a record of the dataclass. Records in records are structs, tuples are lists.

    A mapping whose keys a `Literal` lists is a struct of them, any other is a map.
    """
    rows = [msgspec.to_builtins(record) for record in records]
    return pa.Table.from_pylist(rows, schema=pa.schema(list(_fields_of(class_))))


def _fields_of(class_: type) -> list[pa.Field]:
    hints = get_type_hints(class_)
    return [pa.field(one.name, _type_of(hints[one.name])) for one in fields(class_)]


def _type_of(hint: Any) -> pa.DataType:
    """The Arrow type of what is written behind a field's colon."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint):
        return pa.struct(_fields_of(hint))  # type: ignore[arg-type]  # a class, as a hint is
    origin, given = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        # What is told in several ways, such as one of two lists of words, is told in one of them here.
        return next(_type_of(one) for one in given if one is not NoneType)
    if origin is Literal:
        return _PLAIN[type(given[0])]
    if origin is tuple:
        return pa.list_(_type_of(given[0]))
    if origin in {dict, Mapping}:
        return _mapping(*given)
    raise TypeError(f"no column can be made of {hint}")


def _mapping(key: Any, value: Any) -> pa.DataType:
    if get_origin(key) is Literal:
        return pa.struct([pa.field(name, _type_of(value)) for name in get_args(key)])
    return pa.map_(_type_of(key), _type_of(value))
