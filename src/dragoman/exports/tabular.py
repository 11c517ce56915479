"""Tabular: what an Arrow table can be made of is a Polars frame, a pandas frame and an Arrow stream as well."""

from abc import ABC, abstractmethod
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Tabular(ABC):
    """Whatever has `to_arrow`. Polars, pandas, DuckDB and PyArrow take it as it is, by Arrow's stream protocol."""

    @abstractmethod
    def to_arrow(self) -> "pa.Table":
        """One row for each record; what is nested in a record is nested in its row."""

    def to_polars(self) -> "pl.DataFrame":
        """The table of `to_arrow` as a Polars frame."""
        _need("polars", "to_polars")
        import polars as pl  # noqa: PLC0415 - an optional part

        return pl.DataFrame(self.to_arrow())

    def to_pandas(self) -> "pd.DataFrame":
        """The table of `to_arrow` as a pandas frame; nested values are dictionaries and arrays of them."""
        _need("pandas", "to_pandas")
        frame: pd.DataFrame = self.to_arrow().to_pandas()
        return frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Arrow's stream protocol: `pyarrow.table(answer)`, `polars.DataFrame(answer)`, `duckdb.sql("from answer")`."""
        stream: object = self.to_arrow().__arrow_c_stream__(requested_schema)
        return stream


def _need(package: str, asked: str) -> None:
    if find_spec(package) is None:
        raise DragomanError(f'{asked} needs {package}, which is not installed: pip install "dragoman[frames]"')
