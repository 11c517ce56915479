"""What holds of any text: spans are slices, ids are stable, records survive JSON, and nothing crashes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import DragomanError
from dragoman.exports.jsonlines import event_lines, read_events
from dragoman.pipeline import Coder, load
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.records.span import Span

WORDS = [
    "Japan",
    "NATO",
    "Iran",
    "Kyiv",
    "Olaf",
    "Scholz",
    "Angela",
    "Merkel",
    "president",
    "minister",
    "troops",
    "rebels",
    "sanctions",
    "talks",
    "visit",
    "meeting",
    "leaders",
    "countries",
    "document",
    "summit",
    "the",
    "two",
    "both",
    "its",
    "he",
    "she",
    "it",
    "they",
    "we",
    "these",
    "this",
    "first",
    "imposed",
    "called",
    "on",
    "off",
    "to",
    "said",
    "will",
    "may",
    "not",
    "vowed",
    "threatened",
    "cancelled",
    "met",
    "visited",
    "attacked",
    "urged",
    "promised",
    "scrapped",
    "withdraw",
    "including",
    "banning",
    "freezing",
    "because",
    "of",
    "in",
    "response",
    "following",
    "by",
    "with",
    "from",
    "against",
    "and",
    "or",
    "that",
    "who",
    "which",
    "if",
    "Monday",
    "2022",
    "June",
    "26",
    "five",
    "years",
    "70",
    "percent",
    "$1.5",
    "billion",
    "Madrid",
    "Geneva",
]
MARKS = ["“", "”", "‘", "’s", "(", ")", "[", "]", "-", "–", ",", ";", ":", ".", "?", "…", "\n", "\n\n", "/", '"', "'"]
ODD = [
    "👩‍👩‍👧",
    "e\u0301",
    "مرحبا",
    "שלום",
    "\u202e",
    "\x00",
    "\x07",
    "\xa0",
    "\u2028",
    "\ufffd",
    "𝔍apan",
    "ß",
    "İran",
    "\ud800",
]
WIRE = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.sampled_from(ODD), min_size=1, max_size=40).map(
    " ".join
)
TEXTS = WIRE | st.text(max_size=60)

ARTICLE = """TOKYO, June 28 (Wire) - Japan's prime minister, Fumio Kishida, met his German counterpart in Madrid on \
Monday.

The two leaders vowed to impose sanctions on Russia, including banning gold imports and freezing the assets of 70 \
individuals. Kishida called on NATO to invite Japan. "We will visit Kyiv next month," he said.

Moscow threatened to cut gas supplies because of the sanctions. A meeting with Russia's foreign minister was planned, \
but this was scrapped. Rebels in Goma attacked Rwandan troops, according to the United Nations.
"""


def spans(event: Event) -> Iterator[Span | Participant]:
    """Everything in an event that claims to be characters of the text."""
    yield event.trigger
    yield from event.evidence
    yield from event.firsts
    yield from (event.status_cue,) if event.status_cue else ()
    yield from (found.text for found in (event.date, event.due, event.place) if found)
    yield from (magnitude.text for magnitude in event.magnitudes)
    yield from (link.cue for link in event.links)
    for side in (event.actors, event.recipients, event.said_by, event.addressees):
        yield from side


def check(coded: Coded) -> None:
    """What must hold of any coded document."""
    document = coded.document
    for span in (*(span for event in coded.events for span in spans(event)), *(d.trigger for d in coded.dropped)):
        assert 0 <= span.start < span.end <= len(document.text)
        assert document.text[span.start : span.end] == span.text
    ids = [event.id for event in coded.events]
    known = set(ids)
    assert len(ids) == len(known)
    for event in coded.events:
        assert event.document == document.id
        others = {event.content_of, event.part_of, event.same_as, *(link.event for link in event.links)} - {None}
        assert others <= known
        assert event.id not in others
        assert 0 < event.confidence < 1
    assert tuple(read_events(event_lines(coded))) == coded.events


def code_or_refuse(coder: Coder, source: str | Path, published: str | None = None) -> tuple[Coded, ...]:
    """The documents; none where there is a clear error, which is as good."""
    try:
        return coder.code(source, published=published).documents
    except DragomanError as error:
        assert str(error).strip()  # noqa: PT017 - either way is right
        return ()


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_is_coded_or_clearly_refused(coder: Coder, text: str) -> None:
    for coded in code_or_refuse(coder, text, "2022-06-28"):
        check(coded)


@settings(max_examples=40)
@given(text=WIRE)
def test_coding_twice_gives_the_same(coder: Coder, text: str) -> None:
    assert code_or_refuse(coder, text) == code_or_refuse(coder, text)


@settings(max_examples=40)
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_coded_or_clearly_refused(
    coder: Coder, tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "letter.txt"
    path.write_bytes(raw)
    for coded in code_or_refuse(coder, path):
        check(coded)


@pytest.fixture(scope="module")
def article(coder: Coder) -> Coded:
    return coder.code(ARTICLE, published="2022-06-28").documents[0]


def test_article_holds(article: Coded) -> None:
    check(article)
    assert len(article.events) >= 8


def test_second_coder_gives_the_same_article(article: Coded) -> None:
    assert load().code(ARTICLE, published="2022-06-28").documents == (article,)


def test_article_is_coded_the_same_among_others(coder: Coder, article: Coded, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("France thanked Kenya. It left Mali.", encoding="utf-8")
    results = coder.code([other, path, other], published="2022-06-28")
    assert results.documents[1].events == article.events


def test_every_record_says_why(article: Coded) -> None:
    for event in article.events:
        assert event.why.file.startswith("frames/")
        assert event.why.line > 0
        assert event.why.steps


MILLION = 1_000_000
NEST = 500

ODD_TEXTS = {
    "one letter": "a",
    "punctuation only": "?!… —“”‘’()[]{};:,.",
    "emoji": "🇯🇵 Japan 🤝 NATO 🚀🚀 Japan sanctioned 🇮🇷 Iran 👩‍👩‍👧.",
    "combining marks": "J\u0301a\u0302p\u0303a\u0304n\u0305 sanctioned Iran\u0301\u0301\u0301\u0301.",
    "right to left": "\u202bقالت طهران إن اليابان sanctioned Iran\u202c. שלום.",
    "direction marks inside names": "Ja\u200epan sanctioned I\u200fran.",
    "control characters": "Japan\x00 sanc\x07tioned\x1b[31m Iran\x0b\x0c.",
    "lone surrogate": "Japan sanctioned \ud800Iran\udfff.",
    "lone surrogate half way": "\udc80",
    "HTML with scripts": "<html><head><script>var x='Japan sanctioned Iran.'</script><style>p{}</style></head>"
    "<body onload=alert(1)><p>Japan <b>sanctioned</b> Iran.</p><script>while(1){}</script></body></html>",
    "HTML never closed": "<html><body><p>Japan sanctioned Iran <div <span ><<<>>> &amp &#0; &#x110000;",
    "ten thousand line ends": "Japan sanctioned Iran." + "\n" * 10_000 + "Iran protested.",
    "a thousand lines": "Iran.\n" * 1_000,
    "very long word": "Japan sanctioned " + "x" * 100_000 + ".",
    "very long name": "President " + "Alexander " * 3_000 + "spoke.",
    "nested quotes": "“‘" * NEST + "We will visit Iran" + "’”" * NEST + ", Japan said.",
    "nested brackets": "(" * NEST + "Japan sanctioned Iran" + ")" * NEST,
    "square brackets only": "[ ] [ ] [ ]",
    "editor's brackets": "[Japan] sanctioned [the state of] Iran, “[we] did it,” said [Mr] Kishida.",
    "long list": "Japan sanctioned " + ", ".join(["Iran", "Syria", "Mali"] * 300) + ".",
    "endless and": "Japan and " * 600 + "left.",
    "many possessors": "Japan's " * 500 + "envoy met Iran.",
    "endless said that": "Japan said that Iran said that " * 200 + "it left.",
    "title case": "Japan Sanctions Iran And Iran Vows To Attack Japan Because Of Sanctions By Japan",
    "capitals": "JAPAN SANCTIONED IRAN. NATO CALLED ON JAPAN TO MEET IRAN.",
    "far numbers": "Japan sent 999999999999999999999999999999 troops to Iran on 31 February 99999 in the year 0.",
    "odd years": "On 0000-00-00 and in June 9999 Japan met Iran, for the first time in 10,000,000 years.",
    "JSON": '{"id": 1, "text": "Japan sanctioned Iran."}',
    "code": "def f(x):\n\treturn x[0] if x else None  # Japan sanctioned Iran\n" * 50,
}  # fmt: skip


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
@pytest.mark.parametrize("published", [None, "2022-06-28"])
def test_odd_text_is_coded_or_clearly_refused(coder: Coder, text: str, published: str | None) -> None:
    for coded in code_or_refuse(coder, text, published):
        check(coded)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_dates_at_the_ends_of_the_calendar_do_not_crash(coder: Coder, published: str) -> None:
    text = "Iran met Japan ten years ago, will meet it within five years, and met it on Tuesday and next week."
    for coded in code_or_refuse(coder, text, published):
        check(coded)


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "\u200b\u200e", "\x00\x01"], ids=["nothing", "blanks", "marks", "controls"]
)
def test_no_text_at_all_is_refused(coder: Coder, text: str) -> None:
    assert code_or_refuse(coder, text) == ()


def test_a_million_characters_without_a_full_stop_are_coded(coder: Coder) -> None:
    unit = "Liechtenstein congratulated Turkmenistan and "
    (coded,) = coder.code(unit * (MILLION // len(unit))).documents
    assert len(coded.document.text) > MILLION - len(unit)
    check(coded)


@pytest.mark.parametrize(
    "raw",
    [bytes(range(256)) * 40, b"\xff\xfe" + b"\x00\xd8" * 50, b"\x1f\x8b\x08broken", b"%PDF-1.7 Japan", b"\xef\xbb\xbf"],
    ids=["every byte", "surrogates in UTF-16", "broken gzip", "PDF", "byte order mark alone"],
)
def test_binary_file_is_clearly_refused(coder: Coder, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(raw)
    for coded in code_or_refuse(coder, path):
        check(coded)
