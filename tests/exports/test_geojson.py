import io
import json
from dataclasses import replace

import geojson
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape
from tests.exports.accounts import MADRID, account, bare, telling

from dragoman.exports.geojson import write_geojson


def written(*accounts):
    stream = io.BytesIO()
    count = write_geojson(accounts, stream)
    collection = geojson.loads(stream.getvalue())
    assert collection.is_valid, collection.errors()
    assert len(collection["features"]) == count
    return collection


def test_a_point_has_its_longitude_first():
    (feature,) = written(account())["features"]
    assert (shape(feature["geometry"]).x, shape(feature["geometry"]).y) == (-3.70256, 40.4165)


def test_a_feature_has_the_act_in_one_line_and_the_columns_of_the_csv():
    (feature,) = written(account())["features"]
    assert feature["id"] == "a1"
    assert feature["properties"]["summary"] == "Japan and NATO meet (planned)"
    assert feature["properties"]["actors"] == "JPN|NATO"
    assert feature["properties"]["date_start"] == "2022-06-29"


def test_acts_without_coordinates_are_left_out_and_counted():
    spain = replace(MADRID, name="Spain", precision="country", latitude=None, longitude=None)
    collection = written(bare(), account(), account(place=spain))
    assert [feature["id"] for feature in collection["features"]] == ["a1"]
    assert collection["left_out"] == 2


def test_no_acts_are_an_empty_collection():
    assert written() == {"type": "FeatureCollection", "features": [], "left_out": 0}


@given(st.text())
def test_any_words_are_told(words):
    stream = io.BytesIO()
    write_geojson([telling(words)], stream)
    assert json.loads(stream.getvalue())["features"][0]["properties"]["title"] == words
