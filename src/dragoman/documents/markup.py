"""Markup: takes HTML, gives the clean text of the page's main part, its paragraphs and their kinds, its title and date.

The page's own marks (h1, figcaption, blockquote, classes such as "byline") tell the parts. Which paragraphs are the
main text is trafilatura's judgement; where it finds none, every paragraph outside of navigation is. Nothing is fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from htmldate import find_date
from lxml import etree, html
from trafilatura import extract

from dragoman.documents.cleaning import clean
from dragoman.documents.dates import read_day
from dragoman.documents.lines import is_boilerplate, normal
from dragoman.documents.paragraphs import Block
from dragoman.documents.words import words
from dragoman.records.document import PartKind

DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "nav", "footer", "aside", "form", "button", "select",
    "option", "iframe", "object", "embed", "canvas", "audio", "video", "head", "title", "meta", "link", "map",
    "input", "textarea", "dialog", "menu",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
HEADINGS = frozenset({
    "h2", "h3", "h4", "h5", "h6",
})  # fmt: skip
FURNITURE: tuple[PartKind, ...] = (
    "boilerplate", "credit", "caption", "byline", "standfirst", "dateline", "kicker", "section", "headline",
)  # fmt: skip
ALWAYS_KEPT = frozenset(
    {"headline", "standfirst", "caption", "credit", "byline", "dateline", "kicker", "section", "quotation"}
)
WORD_BREAK = re.compile(r"[\s_]+|(?<=[a-z])(?=[A-Z])")
DATE_METAS = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date",
)  # fmt: skip
DATE_KEY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
LONGEST_LABEL = 40  # words: a longer paragraph is text, whatever its class says
DEEPEST = 250  # elements within elements; lxml's own limit is 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds: the clean text, its paragraphs, and what it says of its title, date, site and address."""

    text: str
    blocks: list[Block]
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a page before the text is put together, and its kind where the page's marks tell it."""

    text: str
    kind: PartKind | None


def read_page(content: str) -> Page:
    """The text of an HTML page with its parts. Broken HTML is read as browsers do; no text gives no blocks."""
    cleaned, notes = clean(content)
    tree = parse(cleaned)
    if tree is None:
        return Page(text="", blocks=[], title=None, published=None, outlet=None, url=None, notes=notes)
    pieces = without_repetitions(choose(list(read_pieces(tree)), main_text(cleaned)))
    text, blocks = "", []
    for piece in pieces:
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{piece.text}" if text else piece.text
        blocks.append(Block(start=start, end=len(text), text=piece.text, kind=piece.kind))
    return Page(
        text=text,
        blocks=blocks,
        title=find_title(tree),
        published=find_published(tree, cleaned),
        outlet=find_meta(tree, "og:site_name"),
        url=find_meta(tree, "og:url") or find_canonical(tree),
        notes=notes,
    )


def parse(content: str) -> html.HtmlElement | None:
    """The tree of a page, or None where there is nothing to read."""
    try:
        # As bytes: a declared encoding would be refused in a string that is decoded already.
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        return html.document_fromstring(content.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def main_text(content: str) -> str:
    """What trafilatura takes for the main text, in its normal form."""
    page = re.sub(r"^\s*<\?xml[^>]*>", "", content)
    return normal(extract(page, include_comments=False, include_tables=True, favor_recall=True) or "")


def choose(pieces: list[Piece], main: str) -> list[Piece]:
    """The pieces of the main text, and the furniture around it."""
    pieces = [piece for piece in pieces if piece.kind != "boilerplate"]
    inside = [index for index, piece in enumerate(pieces) if f" {normal(piece.text)} " in f" {main} "]
    seen = sum(len(pieces[index].text) for index in inside)
    if seen * 2 < sum(len(piece.text) for piece in pieces if len(piece.text.split()) > LONGEST_LABEL / 2):
        return pieces  # trafilatura saw too little: a short or odd page
    chosen = set(inside)
    return [piece for index, piece in enumerate(pieces) if index in chosen or kept(pieces, index, inside)]


def kept(pieces: list[Piece], index: int, inside: list[int]) -> bool:
    """Whether a piece that trafilatura left out belongs to the text.

    So does furniture up to a little after its end; and paragraphs in it, from the last h1 above it.
    """
    if not inside:
        return True
    piece = pieces[index]
    if piece.kind in ALWAYS_KEPT:
        return index <= inside[-1] + 3
    first = max((number for number in range(inside[0]) if pieces[number].kind == "headline"), default=inside[0])
    return first <= index <= inside[-1] and (len(piece.text.split()) > LONGEST_LABEL / 4 or piece.kind == "heading")


def without_repetitions(pieces: list[Piece]) -> list[Piece]:
    """The pieces without immediate repetitions, which pages make for narrow and wide screens."""
    names = [normal(piece.text) for piece in pieces]
    return [piece for index, piece in enumerate(pieces) if index == 0 or names[index] != names[index - 1]]


def read_pieces(tree: html.HtmlElement) -> Iterator[Piece]:
    """The paragraphs of a tree in order, each with the kind that its marks tell."""
    held: list[str] = []
    kind: PartKind | None = None

    def flush() -> Iterator[Piece]:
        # An empty line inside a block is made by line-break elements: it parts paragraphs.
        for paragraph in "".join(held).split("\n\n"):
            told = " ".join(paragraph.split())
            if told:
                yield Piece(told, label(kind, told))
        held.clear()

    preformatted = 0
    for event, element in walk(tree):
        if event != "skipped":
            if element.tag == "br" and event == "start":
                held.append("\n")
            elif starts_piece(element):
                yield from flush()
                kind = kind_of(element if event == "start" else element.getparent())
                preformatted += (element.tag == "pre") * (1 if event == "start" else -1)
        text = element.text if event == "start" else element.tail
        if text:
            held.append(text if preformatted else one_line(text, after_break=held[-1:] == ["\n"]))
    yield from flush()


def one_line(text: str, *, after_break: bool) -> str:
    """Text with its white space collapsed, as a page shows it."""
    shown = re.sub(r"\s+", " ", text)
    return shown.lstrip() if after_break else shown


def walk(tree: html.HtmlElement) -> Iterator[tuple[Literal["start", "end", "skipped"], html.HtmlElement]]:
    """Every element that may hold text, as it starts and ends; of a skipped one only the text after it counts."""
    skipping: html.HtmlElement | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if skipping is None and event == "start" and is_dropped(element):
            skipping = element
        if skipping is None:
            yield event, element
        elif event == "end" and element is skipping:
            skipping = None
            yield "skipped", element


def is_dropped(element: html.HtmlElement) -> bool:
    """Whether an element is no part of what a reader reads: code, navigation, what is hidden, lists of links."""
    style = (element.get("style") or "").replace(" ", "")
    if element.tag in DROPPED or element.get("hidden") is not None or "display:none" in style:
        return True
    return element.get("role") in {"navigation", "complementary", "contentinfo", "search", "banner", "dialog"} or (
        element.tag in {"div", "section", "ul"} and marked(element) == "boilerplate"
    )


def starts_piece(element: html.HtmlElement) -> bool:
    """Whether an element begins and ends a paragraph: a block, or an inline one with a mark of its own."""
    if element.tag in {"span", "cite", "small"}:
        return own_kind(element) in {"credit", "caption", "byline", "kicker"}
    return element.tag in BLOCKS


def kind_of(element: html.HtmlElement | None) -> PartKind | None:
    """The kind that an element, or the nearest one around it, tells."""
    for _ in range(DEEPEST):
        if element is None or element.tag in {"body", "article", "main"}:
            return None
        if kind := own_kind(element):
            return kind
        element = element.getparent()
    return None


def own_kind(element: html.HtmlElement) -> PartKind | None:
    """The kind that an element itself tells, by its name or its class."""
    if element.tag == "h1":
        return "headline"
    if element.tag == "blockquote":
        return "quotation"
    found = marked(element)
    if element.tag in HEADINGS:
        return found if found == "standfirst" else "heading"
    if found is None and element.tag == "figcaption":
        return "caption"
    return found


def marked(element: html.HtmlElement) -> PartKind | None:
    """The kind that the words of an element's class, `itemprop` or `rel` tell."""
    labels = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}".strip()
    if not labels:
        return None
    whole = {name.lower() for name in labels.split()}
    ends = {name.replace("__", "-").split("-")[-1] for name in whole} | {
        name.lower() for name in WORD_BREAK.split(labels)
    }
    return next((kind for kind in FURNITURE if not words().markup[kind].isdisjoint(whole | ends)), None)


def label(kind: PartKind | None, text: str) -> PartKind | None:
    """The kind of a paragraph: a class that names furniture is not believed of a long paragraph."""
    if kind in {"byline", "dateline", "kicker", "section", "credit", "headline"} and len(text.split()) > LONGEST_LABEL:
        return None
    if kind is None and is_boilerplate(text):
        return "boilerplate"
    return kind


def find_title(tree: html.HtmlElement) -> str | None:
    """The page's title: as it is shared, else its h1, else its title element."""
    shared = [element.get("content") for element in tree.iter("meta") if element.get("property") == "og:title"]
    shown = ["".join(element.itertext()) for name in ("h1", "title") for element in tree.iter(name)]
    titles = (" ".join(title.split()) for title in (*shared, *shown) if title)
    return next((title for title in titles if title), None)


def find_published(tree: html.HtmlElement, content: str) -> str | None:
    """The day on which the page was published: by linked data, meta, time elements, else as htmldate finds."""
    linked = "\n".join(
        script.text or "" for script in tree.iter("script") if script.get("type") == "application/ld+json"
    )
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content")
        for meta in tree.iter("meta")
    }
    stated = [
        *DATE_KEY.findall(linked),
        *map(metas.get, DATE_METAS),
        *(time.get("datetime") for time in tree.iter("time")),
    ]
    for each in stated:
        if each and (day := read_day(each)):
            return day
    return find_date(content, original_date=True, extensive_search=False)


def find_meta(tree: html.HtmlElement, name: str) -> str | None:
    """What a meta element of this property or name says."""
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return next((text for each in found if (text := " ".join(str(each).split()))), None)


def find_canonical(tree: html.HtmlElement) -> str | None:
    """The page's own address, where it states one."""
    return next((str(each).strip() for each in tree.xpath("//link[@rel='canonical']/@href")), None) or None
