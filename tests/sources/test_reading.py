"""Reading what is given: files, folders, standard input, JSON lines, bytes of all sorts."""

import gzip
import io
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import SourceError
from dragoman.sources import Item, Refused, make_item, read_items


def read(path: Path, raw: bytes) -> Item | Refused:
    path.write_bytes(raw)
    return next(read_items([path]))


@pytest.mark.parametrize(
    "raw",
    ["Zoë met “Ana”.".encode(code) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252")],
)
def test_encodings_are_told(tmp_path: Path, raw: bytes) -> None:
    item = read(tmp_path / "a.txt", raw)
    assert isinstance(item, Item)
    assert item.content == "Zoë met “Ana”."


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    item = read(tmp_path / "a.txt", "Zoë met “Ana”.".encode("cp1252"))
    assert isinstance(item, Item)
    assert item.notes == ("the encoding is not stated; read as Windows-1252",)


def test_a_lost_byte_does_not_spoil_a_utf_8_file(tmp_path: Path) -> None:
    item = read(tmp_path / "a.txt", "Zoë met Renée in Málaga.".encode() + b"\xff")
    assert isinstance(item, Item)
    assert item.content == "Zoë met Renée in Málaga.\ufffd"
    assert item.notes == ("1 bytes were not UTF-8 and were replaced by \ufffd",)


def test_a_declared_encoding_is_used(tmp_path: Path) -> None:
    item = read(
        tmp_path / "a.html", '<html><meta charset="windows-1251"><p>Киев met Минск.</p></html>'.encode("cp1251")
    )
    assert isinstance(item, Item)
    assert item.media == "html"
    assert "Киев" in item.content


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"abc\x00def", "binary"),
        (bytes(range(256)), "binary"),
        (b"", "no text"),
        (b" \n\t ", "no text"),
        (b"\x1f\x8bnot gzip", "cannot be read"),
    ],
)
def test_what_holds_no_text_is_set_aside(tmp_path: Path, raw: bytes, reason: str) -> None:
    refused = read(tmp_path / "a.txt", raw)
    assert isinstance(refused, Refused)
    assert refused.path == str(tmp_path / "a.txt")
    assert reason in refused.reason


def test_json_lines_are_items_with_their_own_ids(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(
        gzip.compress(
            b'\xef\xbb\xbf{"id": "w1", "text": "A met B.", "published": "2020-06-05", "title": "T", "topics": ["x"]}\n'
            b'\n{"id": 7, "text": "C left."}\nnot json\n{"id": "w4"}\n{"id": "w5", "text": " "}\n{"text": "\xff"}\n'
        )
    )
    first, second, *refused = read_items([path])
    assert first == Item(path=f"{path}:1", content="A met B.", published="2020-06-05", title="T", source_id="w1")
    assert second == Item(path=f"{path}:3", content="C left.", source_id="7")
    assert [type(each) for each in refused] == [Refused] * 4
    assert [each.path for each in refused] == [f"{path}:{line}" for line in (4, 5, 6, 7)]


def test_a_folder_gives_its_texts_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c.csv", ".hidden.txt", "d/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A met B.", encoding="utf-8")
    assert [Path(item.path).name for item in read_items([tmp_path])] == ["a.html", "b.txt", "e.txt"]


def test_a_missing_file_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A met B.", encoding="utf-8")
    with pytest.raises(SourceError, match=r"b\.txt: there is no such file or folder; check the name"):
        read_items([tmp_path / "a.txt", tmp_path / "b.txt"])


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no texts"):
        read_items([tmp_path])


@pytest.mark.parametrize(
    ("raw", "content"),
    [
        (b"A met B.", "A met B."),
        (b'{"id": "x", "text": "A met B."}\n', "A met B."),
        (gzip.compress(b"A met B.", mtime=0), "A met B."),
        (b"A", "A"),
    ],
)
def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, raw: bytes, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    [item] = read_items(["-"])
    assert isinstance(item, Item)
    assert item.content == content


@pytest.mark.parametrize(
    ("content", "media"),
    [
        ("<!DOCTYPE html><p>A met B.</p>", "html"),
        ("  <div><p>A met B.</p></div>", "html"),
        ("<A> met <B>.", "text"),
        ("A <b>met</b> B.", "text"),
    ],
)
def test_html_is_told_by_how_it_begins(content: str, media: str) -> None:
    item = make_item(content)
    assert isinstance(item, Item)
    assert item.media == media


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.jsonl.gz"]))
def test_any_bytes_give_items_or_reasons(tmp_path: Path, raw: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(raw)
    for each in read_items([tmp_path / name]):
        assert (isinstance(each, Item) and each.content) or (isinstance(each, Refused) and each.reason)
