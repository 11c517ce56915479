import io
import stat

import pytest

from dragoman.errors import DragomanError
from dragoman.exports.flat import csv_header, csv_rows
from dragoman.exports.jsonlines import event_lines
from dragoman.views.cli.output import opened
from dragoman.views.cli.writers import WRITERS


def test_a_file_is_written_whole(tmp_path):
    with opened(tmp_path / "out") as stream:
        stream.write(b"one")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out").read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_a_file_stays_as_it_was_when_writing_fails(tmp_path):
    (tmp_path / "out").write_bytes(b"before")

    def fail():
        with opened(tmp_path / "out") as stream:
            stream.write(b"half")
            raise DragomanError("something went wrong")

    with pytest.raises(DragomanError, match="something went wrong"):
        fail()
    assert (tmp_path / "out").read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path):
    (tmp_path / "out").touch()
    (tmp_path / "out").chmod(0o640)
    with opened(tmp_path / "out") as stream:
        stream.write(b"one")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_a_link_is_followed_and_not_replaced(tmp_path):
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with opened(tmp_path / "link") as stream:
        stream.write(b"one")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"one"


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with (
        pytest.raises(DragomanError, match=r"cannot write .*nowhere.*: no such file or directory; choose"),
        opened(tmp_path / "nowhere" / "out"),
    ):
        pass


def written(format_, *documents):
    stream = io.BytesIO()
    writer = WRITERS[format_](stream, why=False)
    for coded in documents:
        writer.write(coded)
    writer.close()
    return stream.getvalue()


def test_json_lines_are_those_of_the_export(tallinn):
    assert written("jsonl", tallinn.coded) == b"".join(event_lines(tallinn.coded))


def test_csv_has_one_header_for_all_documents(tallinn, story):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met")
    assert written("csv", tallinn.coded, it.coded).decode() == csv_header() + csv_rows(tallinn.coded) + csv_rows(
        it.coded
    )


def test_pages_end_with_the_sum_of_several_documents(tallinn, story):
    assert written("rich", tallinn.coded, story("Nothing happened.").coded).decode().endswith("2 documents, 9 events\n")


def test_pages_in_a_file_are_plain_text(tallinn):
    page = written("rich", tallinn.coded).decode()
    assert "\x1b" not in page
    assert "Estonia [4 expels] Russian diplomat" in page
