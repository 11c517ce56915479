import io
import json
from dataclasses import fields

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import feather
from tests.exports.accounts import account, bare, telling

from dragoman.exports import batches
from dragoman.exports.act_lines import act_line
from dragoman.exports.act_table import act_table
from dragoman.exports.arrow import write_arrow, write_arrow_stream, write_parquet
from dragoman.records.act import Act


def test_the_columns_are_the_fields_of_an_act_and_its_fullest_report():
    names = [*(field.name for field in fields(Act)), "event", "document", "sentence", "in_lead"]
    assert act_table([account()]).column_names == names


def test_a_row_says_what_the_json_line_says():
    accounts = [account(), bare()]
    assert act_table(accounts).to_pylist() == [json.loads(act_line(one)) for one in accounts]


def test_no_acts_give_a_table_with_the_same_types():
    assert act_table([]).schema == act_table([account(), bare()]).schema
    assert act_table([bare()]).schema == act_table([account()]).schema


@given(st.text())
def test_any_words_are_told(words):
    (row,) = act_table([telling(words)]).to_pylist()
    assert row["document"]["title"] == row["event"]["evidence"][0]["text"] == row["outlets"][0] == words


def test_parquet_is_read_by_arrow_polars_and_pandas(tmp_path):
    path = tmp_path / "acts.parquet"
    assert write_parquet([account(), bare()], path) == 2
    assert pq.read_table(path).equals(act_table([account(), bare()]))
    assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"
    assert pl.read_parquet(path)["actors"][0].to_list()[1]["name"] == "NATO"
    assert pd.read_parquet(path).loc[0, "place"]["latitude"] == 40.4165


def test_arrow_files_are_read_by_arrow_and_polars(tmp_path):
    path = tmp_path / "acts.arrow"
    assert write_arrow([account(), bare()], path) == 2
    assert feather.read_table(path).equals(act_table([account(), bare()]))
    assert pl.read_ipc(path)["id"].to_list() == ["a1", "a2"]


def test_they_go_to_a_stream_too():
    stream = io.BytesIO()
    assert write_parquet([account()], stream) == 1
    assert pq.read_table(pa.BufferReader(stream.getvalue())).num_rows == 1


@pytest.mark.parametrize(("write", "read"), [(write_parquet, pq.read_table), (write_arrow, feather.read_table)])
def test_many_batches_and_none_are_one_table(tmp_path, write, read):
    many = batches.SIZE + 5
    assert write((account(id=f"a{number}") for number in range(many)), tmp_path / "many") == many
    assert read(tmp_path / "many")["id"].to_pylist() == [f"a{number}" for number in range(many)]
    assert write((), tmp_path / "none") == 0
    assert read(tmp_path / "none").schema == act_table([]).schema


def test_an_arrow_stream_is_read_as_the_file_is(tmp_path):
    stream = io.BytesIO()
    assert write_arrow_stream([account(), bare()], stream) == 2
    write_arrow([account(), bare()], tmp_path / "acts.arrow")
    assert pa.ipc.open_stream(stream.getvalue()).read_all().equals(feather.read_table(tmp_path / "acts.arrow"))
