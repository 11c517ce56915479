import io
import os
import threading

import pytest

from dragoman.errors import DragomanError
from dragoman.exports.targets import filled, opened


def test_a_file_has_its_name_only_once_it_is_whole(tmp_path):
    goal = tmp_path / "acts.csv"
    with opened(goal) as stream:
        stream.write(b"half")
        assert not goal.exists()
    assert goal.read_bytes() == b"half"
    assert list(tmp_path.iterdir()) == [goal]


def test_an_export_that_fails_leaves_the_file_of_before(tmp_path):
    goal = tmp_path / "acts.csv"
    goal.write_bytes(b"before")

    def fail():
        with opened(goal) as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert goal.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [goal]


def test_a_new_file_may_be_read_by_whom_other_new_files_may(tmp_path):
    goal, other = tmp_path / "acts.csv", tmp_path / "other"
    other.touch()
    with opened(goal):
        pass
    assert goal.stat().st_mode == other.stat().st_mode


def test_a_link_keeps_pointing_at_the_file_that_is_replaced(tmp_path):
    goal, link = tmp_path / "acts.csv", tmp_path / "latest.csv"
    goal.touch()
    link.symlink_to(goal)
    with opened(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert goal.read_bytes() == b"new"


def test_what_needs_a_path_can_go_to_a_stream():
    stream = io.BytesIO()
    with filled(stream) as path:
        path.write_bytes(b"all of it")
    assert stream.getvalue() == b"all of it"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    with opened(pipe) as stream:
        stream.write(b"through")
    reader.join()
    assert read == [b"through"]
    assert pipe.is_fifo()


@pytest.mark.parametrize(("name", "said"), [("missing/acts.csv", "No such file"), ("", "this is a folder")])
def test_where_no_file_can_be_is_told_before_anything_is_written(tmp_path, name, said):
    def write():
        with opened(tmp_path / name):
            pytest.fail("nothing should have been opened")

    with pytest.raises(DragomanError, match=said):
        write()
