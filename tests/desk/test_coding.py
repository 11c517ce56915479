import pytest

from dragoman.desk import alongside, code, documents, find
from dragoman.errors import DragomanError, SourceError
from dragoman.sources import Item, Refused


def test_what_is_refused_is_handed_on_in_its_place(story):
    first, second = Item(path="a", content="Oslo met Riga."), Item(path="c", content="Riga met Oslo.")
    refused = Refused(path="b", reason="binary")

    def stream(items):
        for item in items:
            yield story(item.content, path=item.path).coded

    answers = list(alongside([first, refused, second], stream))
    assert [getattr(answer, "path", None) or answer.document.path for answer in answers] == ["a", "b", "c"]


def test_what_is_refused_last_is_not_lost():
    refused = Refused(path="b", reason="binary")
    assert list(alongside([refused], lambda items: (item for item in items if item.path == "nothing"))) == [refused]


def test_an_event_is_found_by_its_id_and_by_the_beginning_of_it(tallinn):
    event = tallinn.events[4]
    assert find(event.id, [tallinn.coded]).event == event
    assert find(event.id[:6], [tallinn.coded]).event == event


def test_an_event_of_the_only_document_is_found_by_its_number(tallinn):
    found = find("5", [tallinn.coded])
    assert (found.event, found.number) == (tallinn.events[4], 5)


def test_the_beginning_of_many_ids_is_refused(story):
    it = story("Oslo met Riga and called on it.")
    it.act("CONSULT", "met", id="abc1")
    it.act("REQUEST", "called on", id="abc2")
    with pytest.raises(DragomanError, match="beginning of 2 ids"):
        find("abc", [it.coded])


def test_an_id_that_is_the_beginning_of_another_is_found(story):
    it = story("Oslo met Riga and called on it.")
    it.act("CONSULT", "met", id="abc")
    it.act("REQUEST", "called on", id="abcd")
    assert find("abc", [it.coded]).event.type == "CONSULT"


def test_an_unknown_id_says_where_ids_are_to_be_had(tallinn):
    with pytest.raises(DragomanError, match=r"no event zzz in the 9 events of story\.txt; .*--why"):
        find("zzz", [tallinn.coded])


def test_candidates_of_the_same_passage_are_told_from_those_elsewhere(tallinn):
    found = find("5", [tallinn.coded])
    assert [dropped.trigger.text for dropped in found.beside] == ["howitzers"]
    assert [dropped.trigger.text for dropped in found.elsewhere] == ["gas supplies"]


def test_documents_are_given_with_their_source_ids(tmp_path):
    lines = tmp_path / "wire.jsonl"
    lines.write_text('{"id": "w1", "text": "Oslo met Riga.", "published": "2020-01-01"}\n')
    (document,) = documents([lines])
    assert (document.source_id, document.text, document.published) == ("w1", "Oslo met Riga.", "2020-01-01")


def test_the_day_that_is_given_wins_over_the_day_that_is_stated(tmp_path):
    lines = tmp_path / "wire.jsonl"
    lines.write_text('{"id": "w1", "text": "Oslo met Riga.", "published": "2020-01-01"}\n')
    (document,) = documents([lines], published="2021-02-03")
    assert document.published == "2021-02-03"


def test_a_page_without_text_is_set_aside(tmp_path):
    page = tmp_path / "empty.html"
    page.write_text("<html><body><script>1</script></body></html>")
    (refused,) = documents([page])
    assert isinstance(refused, Refused)
    assert refused.path == str(page)


def test_a_path_that_does_not_exist_is_an_error():
    with pytest.raises(SourceError, match="nowhere"):
        list(documents(["nowhere.txt"]))


@pytest.mark.parametrize(("readers", "judged"), [("grammar", False), ("both", True)])
def test_learned_judge_is_asked_only_where_both_read(tmp_path, readers, judged):
    file = tmp_path / "text.txt"
    file.write_text("Norway condemned Russia.")
    (coded,) = code([file], published="2023-04-05", readers=readers)
    assert [event.why.judged is not None for event in coded.events] == [judged]
