"""The component for spaCy gives a Doc the events that its text reports."""

import multiprocessing
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from dragoman import component
from dragoman.errors import DragomanError, PackError, SourceError
from dragoman.language.model import load_model

ROOT = Path(__file__).resolve().parents[1]
RECALL = "France recalled its ambassador from Rome on Thursday."
MEETING = "Japan's foreign minister met his South Korean counterpart in Seoul."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman", config={"published": "2019-02-08"})
    return nlp


def told(doc):
    return [
        (one.type, [span.kb_id_ for span in one.actors], [span.kb_id_ for span in one.recipients])
        for one in doc._.events
    ]


def told_whole(doc):
    return [one.record for one in doc._.events]


def test_a_doc_has_the_events_that_the_coder_finds_in_its_text(nlp, coder):
    doc = nlp(RECALL)
    events = list(coder.code(RECALL, published="2019-02-08"))
    assert [one.record for one in doc._.events] == events
    assert events[0].date.start == "2019-02-07"


def test_the_words_of_an_event_are_spans_of_the_doc(nlp):
    doc = nlp(RECALL)
    (event,) = doc._.events
    assert (event.trigger.text, event.trigger.label_) == ("recalled", "SANCTION")
    assert [(span.text, span.label_, span.kb_id_) for span in event.actors] == [("France", "actor", "FRA")]
    assert [(span.text, span.kb_id_) for span in event.recipients] == [("Rome", "ITA")]
    assert all(span.doc is doc for span in (*event.evidence, event.trigger))
    assert repr(event) == "<SANCTION occurred: FRA → ITA “recalled”>"


def test_a_span_is_made_of_whole_tokens(nlp):
    class OneToken:
        def __call__(self, text):
            return Doc(nlp.vocab, words=text.split(" "), spaces=[True] * (text.count(" ")) + [False])

    nlp_of_blanks = spacy.blank("en")
    nlp_of_blanks.tokenizer = OneToken()
    nlp_of_blanks.add_pipe("dragoman")
    (event,) = nlp_of_blanks("France's army shelled Syria.")._.events
    assert [span.text for span in event.recipients] == ["Syria."]


def test_offsets_are_those_of_the_doc_where_cleaning_takes_characters_out(nlp):
    doc = nlp("\ufeffPARIS, Feb 7\r\n\r\nFrance re\u00adcalled its ambassador from\u200b Rome on Thursday.\r\n")
    (event,) = doc._.events
    assert (event.trigger.text, event.actors[0].text, event.recipients[0].text) == ("re\u00adcalled", "France", "Rome")
    record = event.record
    assert doc.text[record.actors[0].start : record.actors[0].end] == record.actors[0].text == "France"


def test_events_survive_bytes_and_bins(nlp):
    doc = nlp(RECALL)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (binned,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for one in (again, binned):
        assert [event.record for event in one._.events] == [event.record for event in doc._.events]
        assert told(one) == told(doc)


def test_docs_that_come_in_batches_are_coded_as_those_that_come_alone(nlp):
    texts = [RECALL, "", MEETING, "Nothing happened.", RECALL] * 2
    together = list(nlp.pipe(texts, batch_size=3))
    assert [doc.text for doc in together] == texts
    assert [told(doc) for doc in together] == [told(nlp(text)) for text in texts]
    assert told(together[1]) == []
    assert told(together[2])


@pytest.mark.parametrize("begun", ["fork", "spawn"])  # as on Linux; as on macOS and Windows
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")  # pytest's own threads
def test_two_processes_find_what_one_finds(nlp, monkeypatch, begun):
    monkeypatch.setattr("spacy.language.mp", multiprocessing.get_context(begun))
    docs = [nlp.make_doc(text) for text in (RECALL, "", MEETING, RECALL)]
    docs[-1]._.published = "2021-03-05"
    alone = [told_whole(nlp(Doc(nlp.vocab).from_bytes(doc.to_bytes()))) for doc in docs]
    assert [told_whole(doc) for doc in nlp.pipe(docs, n_process=2, batch_size=1)] == alone
    assert alone[0][0].date.start == "2019-02-07"
    assert alone[-1][0].date.start == "2021-03-04"


def test_a_doc_may_have_its_own_day_of_publication(nlp):
    doc = nlp.make_doc(RECALL)
    doc._.published = "2021-03-05"
    (event,) = nlp(doc)._.events
    assert event.record.date.start == "2021-03-04"


def test_in_the_pipeline_of_a_parser_its_parse_stays_as_it_is(coder):
    nlp = load_model()
    parsed = [(word.head.i, word.dep_) for word in nlp(MEETING)]
    nlp.add_pipe("dragoman", config={"published": "2022-07-18"})
    doc = nlp(MEETING)
    assert [(word.head.i, word.dep_) for word in doc] == parsed
    assert [one.record for one in doc._.events] == list(coder.code(MEETING, published="2022-07-18"))
    assert doc._.events[0].trigger.root.pos_ == "VERB"


def test_packs_and_readers_are_those_of_the_config(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman", config={"readers": "grammar"})
    (event,) = nlp(RECALL)._.events
    assert event.record.why.judged is None
    nlp.remove_pipe("dragoman")
    nlp.add_pipe("dragoman", config={"packs": [str(tmp_path / "none")]})
    with pytest.raises(PackError, match="none"):
        nlp(RECALL)


@pytest.mark.parametrize("config", [{"readers": "nobody"}, {"pack": []}])
def test_a_mistyped_config_is_refused_by_spacy(config):
    with pytest.raises(ValueError, match=next(iter(config))):
        spacy.blank("en").add_pipe("dragoman", config=config)


def test_a_day_that_is_none_is_refused_when_the_component_is_made():
    with pytest.raises(SourceError, match="'soon' is not a day"):
        spacy.blank("en").add_pipe("dragoman", config={"published": "soon"})


def test_a_day_of_a_doc_that_is_none_is_refused_when_it_is_coded(nlp):
    doc = nlp.make_doc(RECALL)
    doc._.published = "last week"
    with pytest.raises(SourceError, match="'last week' is not a day"):
        nlp(doc)


def test_a_doc_that_was_not_coded_says_how_to_code_it(nlp):
    with pytest.raises(DragomanError, match=r'nlp.add_pipe\("dragoman"\)'):
        _ = nlp.make_doc(RECALL)._.events


def test_a_pipeline_is_saved_with_its_config(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert told(spacy.load(tmp_path)(RECALL)) == told(nlp(RECALL))


def test_installed_it_is_found_without_an_import(tmp_path):
    """As pip leaves it: the entry points of pyproject.toml in a folder of metadata beside the package."""
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["spacy_factories"]
    metadata = tmp_path / "dragoman-0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: dragoman\nVersion: 0\n", "utf-8")
    lines = "".join(f"{name} = {where}\n" for name, where in points.items())
    (metadata / "entry_points.txt").write_text(f"[spacy_factories]\n{lines}", "utf-8")
    code = 'import spacy; print(type(spacy.blank("en").add_pipe("dragoman")).__module__)'
    paths = os.pathsep.join([str(tmp_path), str(Path(component.__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.stdout.strip() == "dragoman.component"
