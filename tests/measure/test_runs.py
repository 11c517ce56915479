import pytest

from dragoman.errors import SourceError
from dragoman.measure.runs import gold_documents, gold_sentence_sets, measure_gold

ONE = """
document: {name}
text: {name}.txt
published: 2020-05-01
events:
- {{id: a, quote: Peru aided Chile, type: AID, status: occurred, actors: [PER], recipients: [CHL], core: true}}
"""
LINE = '{"id": "s1", "text": "Peru aided Chile.", "events": [{"type": "AID", "actors": [{"code": "PER"}]}]}\n'


@pytest.fixture
def gold(tmp_path):
    folder = tmp_path / "gold"
    (folder / "more").mkdir(parents=True)
    for file in (folder / "one.gold.yaml", folder / "more" / "two.gold.yaml"):
        name = file.name.partition(".")[0]
        file.write_text(ONE.format(name=name), "utf-8")
        file.with_name(f"{name}.txt").write_text("Peru aided Chile.\n", "utf-8")
    (folder / "set.jsonl").write_text(LINE, "utf-8")
    return folder


@pytest.fixture
def code(writer):
    """Codes an AID in every passage, and keeps the dates that it was given."""
    dates = []

    def run(passages):
        coded = {}
        for passage in passages:
            dates.append(passage.published)
            text = writer(passage.text)
            text.event("AID", ["PER"], ["CHL"], "aided")
            coded[passage.id] = text.coded
        return coded

    run.dates = dates
    return run


def test_gold_is_found_in_a_folder_and_below(gold):
    assert [file.name for file in gold_documents(gold)] == ["two.gold.yaml", "one.gold.yaml"]
    assert [file.name for file in gold_sentence_sets(gold)] == ["set.jsonl"]


def test_a_folder_that_is_not_there_is_an_error(gold):
    with pytest.raises(SourceError, match="no such folder of gold"):
        gold_documents(gold / "less")


def test_each_text_and_set_has_a_report_and_several_texts_one_together(gold, code):
    reports = measure_gold(gold_documents(gold), gold_sentence_sets(gold), code, lambda coded: coded)
    assert [report.name for report in reports] == ["two", "one", "all 2 documents", "set.jsonl"]
    assert [report.levels["whom"].f1 for report in reports] == [1.0, 1.0, 1.0, 1.0]


def test_documents_are_coded_as_of_their_day_and_sentences_without_one(gold, code):
    measure_gold(gold_documents(gold), gold_sentence_sets(gold), code, lambda coded: coded)
    assert code.dates == ["2020-05-01", "2020-05-01", None]
