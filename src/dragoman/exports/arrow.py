"""Arrow: takes accounts of acts, writes the table of `act_table` as Parquet, or in Arrow's own formats.

These are one of files and one of streams, which can be read from its beginning while the rest still comes.
"""

from collections.abc import Iterable
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.exports.act_table import act_table
from dragoman.exports.batches import batches
from dragoman.exports.targets import Target, filled
from dragoman.records.account import Account


def write_parquet(accounts: Iterable[Account], target: Target) -> int:
    """Parquet, packed with zstd, a row group for each batch. Gives how many acts were written."""
    with filled(target) as path, pq.ParquetWriter(path, act_table(()).schema, compression="zstd") as writer:
        return _written(accounts, writer)


def write_arrow(accounts: Iterable[Account], target: Target) -> int:
    """Arrow's format of files (Feather, version 2), packed with zstd. Gives how many acts were written."""
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with filled(target) as path, pa.ipc.new_file(path, act_table(()).schema, options=options) as writer:
        return _written(accounts, writer)


def write_arrow_stream(accounts: Iterable[Account], stream: BinaryIO) -> int:
    """Arrow's format of streams, packed with zstd. Gives how many acts were written."""
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(stream, act_table(()).schema, options=options) as writer:
        return _written(accounts, writer)


def _written(
    accounts: Iterable[Account],
    writer: pq.ParquetWriter | pa.ipc.RecordBatchFileWriter | pa.ipc.RecordBatchStreamWriter,
) -> int:
    """All writers take tables."""
    count = 0
    for batch in batches(accounts):
        writer.write_table(act_table(batch))
        count += len(batch)
    return count
