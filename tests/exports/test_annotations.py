import io
import json

from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld
from tests.exports.accounts import DOCUMENT, event

from dragoman.exports.annotations import write_annotations
from dragoman.records.document import Document
from dragoman.records.event import Coded

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RESOURCE = {"@type": "@id"}
# The terms that we use, as the Web Annotation Vocabulary defines them. The real context is on the network.
VOCABULARY = {
    "@context": {
        "oa": OA,
        "as": AS,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "id": "@id",
        "type": "@type",
        **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
        **{name: f"oa:{name}" for name in ("TextPositionSelector", "TextQuoteSelector")},
        **{name: f"oa:{name}" for name in ("classifying", "describing", "identifying", "tagging")},
        **{name: f"oa:{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "body": {"@id": "oa:hasBody", **RESOURCE},
        "target": {"@id": "oa:hasTarget", **RESOURCE},
        "source": {"@id": "oa:hasSource", **RESOURCE},
        "selector": {"@id": "oa:hasSelector", **RESOURCE},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "items": {"@id": "as:items", "@container": "@list", **RESOURCE},
        "first": {"@id": "as:first", **RESOURCE},
        "partOf": {"@id": "as:partOf", **RESOURCE},
        "total": "as:totalItems",
        "startIndex": "as:startIndex",
        "format": "http://purl.org/dc/elements/1.1/format",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "value": "rdf:value",
    }
}


def vocabulary(url, options):
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": VOCABULARY}


def written(*documents):
    stream = io.BytesIO()
    count = write_annotations(documents, stream)
    collection = json.loads(stream.getvalue())
    assert collection["total"] == len(collection["first"]["items"]) == count
    return collection


def coded(document=DOCUMENT, **given):
    return Coded(document=document, events=(event(**given),))


def items(*documents):
    return written(*documents)["first"]["items"]


def test_each_span_of_an_event_is_an_annotation():
    assert [item["id"].rsplit(":", 2)[1:] for item in items(coded())] == [
        ["trigger", "1"], ["evidence", "1"], ["actor", "1"], ["actor", "2"],
    ]  # fmt: skip


def test_both_selectors_find_the_words():
    for item in items(coded()):
        position, quotation = item["target"]["selector"]
        words = quotation["exact"]
        assert DOCUMENT.text[position["start"] : position["end"]] == words
        around = quotation["prefix"] + words + quotation["suffix"]
        assert DOCUMENT.text.find(around) == position["start"] - len(quotation["prefix"])


@given(st.text(), st.text(min_size=1), st.text())
def test_positions_count_code_points_whatever_the_text(before, words, after):
    document = Document(id="d", path="p", text=before + words + after)
    span = document.span(len(before), len(before) + len(words))
    trigger = items(coded(document, trigger=span, evidence=(), actors=()))[0]
    position, quotation = trigger["target"]["selector"]
    assert document.text[position["start"] : position["end"]] == quotation["exact"] == words


def test_bodies_say_type_status_role_and_who_it_is():
    trigger, _, japan, _ = items(coded())
    assert [(body["purpose"], body["value"]) for body in trigger["body"]] == [
        ("classifying", "CONSULT"),
        ("classifying", "planned"),
        ("tagging", "trigger"),
        ("describing", "Japan and NATO meet (planned)"),
    ]
    assert japan["motivation"] == "identifying"
    assert japan["body"][-1]["value"] == "Japan (JPN), Kishida Fumio, Prime Minister of Japan"


def test_a_document_without_address_is_named_by_its_id():
    silent = Document(id="d1", path="p", text=DOCUMENT.text)
    assert items(coded())[0]["target"]["source"] == "https://news.example/madrid"
    assert items(coded(silent))[0]["target"]["source"] == "urn:dragoman:document:d1"


def test_a_reader_of_linked_data_loses_nothing():
    collection = written(coded())
    (expanded,) = jsonld.expand(collection, {"documentLoader": vocabulary})
    assert expanded["@type"] == [f"{AS}OrderedCollection"]
    (page,) = expanded[f"{AS}first"]
    (marks,) = (part["@list"] for part in page[f"{AS}items"])
    assert len(marks) == 4
    assert marks[0][f"{OA}motivatedBy"] == [{"@id": f"{OA}classifying"}]
    (target,) = marks[0][f"{OA}hasTarget"]
    position, quotation = target[f"{OA}hasSelector"]
    assert position[f"{OA}start"] == [{"@value": DOCUMENT.text.index("meet")}]
    assert quotation[f"{OA}exact"] == [{"@value": "meet"}]
    # What the vocabulary does not know would be dropped, so nothing may be missing on the way back.
    again = jsonld.compact(expanded, "http://www.w3.org/ns/anno.jsonld", {"documentLoader": vocabulary})
    assert again == collection


def test_the_same_events_make_the_same_collection():
    assert written(coded()) == written(coded())
    assert written(coded())["id"] != written()["id"]
    assert written()["first"]["partOf"] == written()["id"]
