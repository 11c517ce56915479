"""The fields of an event that says nothing: what a test does not name is empty."""

from dragoman.records.event import Why

EMPTY = {
    "mode": None,
    "contexts": (),
    "cameo": "010",
    "quad": "verbal_cooperation",
    "goldstein": 0.0,
    "status": "occurred",
    "status_cue": None,
    "historical": False,
    "date": None,
    "due": None,
    "place": None,
    "magnitudes": (),
    "firsts": (),
    "said_by": (),
    "addressees": (),
    "content_of": None,
    "part_of": None,
    "same_as": None,
    "links": (),
    "why": Why(file="frames/test.yaml", line=1, frame="test"),
    "confidence": 1.0,
}
