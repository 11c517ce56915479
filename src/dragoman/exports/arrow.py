"""Arrow: takes accounts of acts, or reports, writes their table as Parquet, or in Arrow's own formats.

These are one of files and one of streams, which can be read from its beginning while the rest still comes.
"""

from collections.abc import Callable, Iterable
from typing import BinaryIO, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.exports.act_table import act_table
from dragoman.exports.batches import batches
from dragoman.exports.columns import table_of_events
from dragoman.exports.targets import Target, filled
from dragoman.records.account import Account
from dragoman.records.event import Event

T = TypeVar("T")
Table = Callable[[Iterable[T]], pa.Table]


def write_parquet(accounts: Iterable[Account], target: Target) -> int:
    """Parquet, packed with zstd, a row group for each batch. Gives how many acts were written."""
    return _parquet(accounts, act_table, target)


def write_arrow(accounts: Iterable[Account], target: Target) -> int:
    """Arrow's format of files (Feather, version 2), packed with zstd. Gives how many acts were written."""
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with filled(target) as path, pa.ipc.new_file(path, act_table(()).schema, options=options) as writer:
        return _written(accounts, act_table, writer)


def write_arrow_stream(accounts: Iterable[Account], stream: BinaryIO) -> int:
    """Arrow's format of streams, packed with zstd. Gives how many acts were written."""
    return _stream(accounts, act_table, stream)


def write_reports_parquet(events: Iterable[Event], target: Target) -> int:
    """The same as `write_parquet` of single reports, with the columns of `Results.to_arrow`."""
    return _parquet(events, table_of_events, target)


def write_reports_stream(events: Iterable[Event], stream: BinaryIO) -> int:
    """The same as `write_arrow_stream` of them."""
    return _stream(events, table_of_events, stream)


def _parquet(records: Iterable[T], table: Table[T], target: Target) -> int:
    with filled(target) as path, pq.ParquetWriter(path, table(()).schema, compression="zstd") as writer:
        return _written(records, table, writer)


def _stream(records: Iterable[T], table: Table[T], stream: BinaryIO) -> int:
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(stream, table(()).schema, options=options) as writer:
        return _written(records, table, writer)


def _written(
    records: Iterable[T],
    table: Table[T],
    writer: pq.ParquetWriter | pa.ipc.RecordBatchFileWriter | pa.ipc.RecordBatchStreamWriter,
) -> int:
    """All writers take tables."""
    count = 0
    for batch in batches(records):
        writer.write_table(table(batch))
        count += len(batch)
    return count
