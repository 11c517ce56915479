"""HTML pages: the main text, the parts that marks tell, the date that the page states."""

import pytest

from dragoman.documents import make_document

PAGE = """<!DOCTYPE html><html><head><title>Ferry accord | The Herald</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-04T10:00:00Z"}</script>
<meta property="og:title" content="Ministers sign ferry accord"><style>p {color: red}</style></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><article><div class="kicker">Transport</div>
<h1>Ministers sign ferry accord</h1><p class="standfirst">The ministers signed after months of talks.</p>
<div class="byline">By <a href="x">Jane Doe</a></div><time datetime="2021-05-06">6 May 2021</time>
<figure><img src="x"><figcaption>The ministers
shake hands. <span class="credit">Photo: Ministry</span></figcaption></figure>
<p>TALLINN, May 4 (XYZ) - Estonia and Finland agreed on Tuesday to reopen the ferry line, and <b>both</b>
ministers signed an accord.<script>alert("no")</script> It takes effect in June.</p>
<p>The minister said in a statement:</p><blockquote><p>The ports open in June.</p></blockquote>
<h2>What comes next</h2><p>Latvia asked to join the talks in autumn.<br><br>Sweden declined to do so.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter</p></div></article>
<aside>Most read</aside><footer>&copy; 2021 The Herald</footer></body></html>"""


def test_marks_tell_the_parts() -> None:
    document = make_document(PAGE, media="html")
    told = [(part.kind, document.text[part.start : part.end]) for part in document.parts]
    kinds = [kind for kind, _ in told if kind != "dateline"]
    assert kinds == [
        "kicker",
        "headline",
        "standfirst",
        "byline",
        "caption",
        "credit",
        "body",
        "body",
        "quotation",
        "heading",
        "body",
        "body",
    ]
    assert ("dateline", "TALLINN, May 4 (XYZ) -") in told
    assert ("credit", "Photo: Ministry") in told
    assert ("quotation", "The ports open in June.") in told


def test_what_is_not_read_is_not_text() -> None:
    text = make_document(PAGE, media="html").text
    assert not [word for word in ("alert", "color", "Home", "Most read", "Sign up", "©", "<") if word in text]
    assert "and both ministers signed an accord. It takes effect" in text


def test_title_and_date_are_the_pages_own() -> None:
    document = make_document(PAGE, media="html")
    assert (document.title, document.published, document.published_from) == (
        "Ministers sign ferry accord",
        "2021-05-04",
        "metadata",
    )


@pytest.mark.parametrize(
    "mark",
    [
        '<meta property="article:published_time" content="2021-05-04T08:00:00+03:00">',
        '<meta name="DC.date.issued" content="2021-05-04">',
        '<time datetime="2021-05-04">Tuesday</time>',
    ],
)
def test_marks_that_date_a_page(mark: str) -> None:
    page = f"<html><head>{mark}</head><body><p>Estonia and Finland agreed to reopen the line.</p></body></html>"
    assert make_document(page, media="html").published == "2021-05-04"


def test_dates_in_prose_do_not_date_a_page() -> None:
    page = "<html><body><p>On 3 May 2019 the ministers met in Oslo. They parted.</p></body></html>"
    assert make_document(page, media="html").published is None


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    document = make_document("<p>France recalled its envoy.<p>Italy <b>protested.</div>", media="html")
    assert document.text == "France recalled its envoy.\n\nItaly protested."


def test_preformatted_text_keeps_its_paragraphs() -> None:
    document = make_document(
        "<html><body><pre>The ministers met in Oslo.\n\nThey signed\nan accord.</pre></body></html>", media="html"
    )
    assert document.text == "The ministers met in Oslo.\n\nThey signed an accord."
