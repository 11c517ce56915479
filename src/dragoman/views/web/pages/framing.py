"""Framing: what is said of an actor, theme by theme, and by whom; whom a party speaks of; two texts side by side."""

from dragoman.desk import framing as desk
from dragoman.desk.saying import First, firsts_of, said_of
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.framed import COLUMNS, Row, passage_item, passage_rows
from dragoman.views.web.lists import write_rows
from dragoman.views.web.pages.actor import meant
from dragoman.views.web.pages.compared import compared
from dragoman.views.web.site import Site

LAST = 1000  # of the texts that name an actor so many are looked into, those published last
SHOWN, MOST = 12, 500  # passages of a theme that are shown among other themes, and where it is asked for
CHOSEN = 200  # texts to choose from, the last published
PAIRS = 18
FIRST_COLUMNS = ("of", "name", "document", "title", "published", "start", "end", "text", "silent")


def answer(site: Site, asked: Asked) -> Answer:
    """What `by` says `of` an actor, or all do; with `a` and `b` what of it changed; `by` alone: of whom it speaks."""
    by, of = (meant(site, asked.text(name)) if asked.text(name) else None for name in ("by", "of"))
    if asked.text("a") or asked.text("b"):
        return compared(site, asked, by, of)
    if of is not None:
        return _said(site, by, of, asked.text("theme"))
    return _choice(site) if by is None else _firsts(site, by, asked.text("titled"))


PAGE = Page(path="/framing", answer=answer, forms=("json", "csv", "atom"))


def _choice(site: Site) -> Answer:
    """Nobody is named yet: who judges whom most often, and who publishes texts of its own."""
    store = site.store
    pairs = site.memory.answer(store, "judging", lambda: desk.judging_pairs(store, limit=PAIRS))
    bodies = site.memory.answer(store, "bodies", lambda: desk.bodies_with_texts(store))
    return Answer(
        title="Framing",
        template="framing.html",
        shown={"pairs": pairs, "bodies": sorted(set(bodies.values())), "by": None, "of": None},
        record={"judging": [{"by": one, "of": other, "acts": number} for one, other, number in pairs], "own": bodies},
        rows=lambda stream: write_rows(("by", "of", "acts"), pairs, stream),
    )


def _said(site: Site, by: str | None, of: str, theme: str) -> Answer:
    store = site.store
    all_ = site.memory.answer(store, ("said", by, of), lambda: said_of(store, of, by=by, last=LAST))
    said = all_.on(theme) if theme else all_
    title = f"What {site.name(by)} says of {site.name(of)}" if by else f"What is said of {site.name(of)}"
    return Answer(
        title=f"{title}: {theme}" if theme else title,
        template="said.html",
        shown={
            "said": said,
            "all": all_,
            "theme": theme,
            "most": MOST if theme else SHOWN,
            "by": by,
            "of": of,
            "first": next((one for one in _series(site, by) if one.of == of), None) if by else None,
            "texts": sorted(all_.texts.values(), key=lambda one: (one.published or "", one.id), reverse=True)[:CHOSEN],
            "numbers": all_.numbers,
        },
        record=said,
        rows=lambda stream: write_rows(COLUMNS, passage_rows(said.entries, said.texts), stream),
        feed=[passage_item(one, said.texts[one.what.document], title=title) for one in said.entries],
    )


def _firsts(site: Site, by: str, titled: str) -> Answer:
    firsts = _series(site, by, titled=titled)
    title = f"Of whom {site.name(by)} speaks"
    return Answer(
        title=title,
        template="firsts.html",
        shown={"firsts": firsts, "by": by, "of": None, "titled": titled},
        record={"by": by, "titled": titled or None, "firsts": firsts},
        rows=lambda stream: write_rows(FIRST_COLUMNS, map(_first_row, firsts), stream),
        feed=[passage_item(one.entry, one.text, title=f"{title}: first of {one.name}") for one in firsts],
    )


def _series(site: Site, by: str, *, titled: str = "") -> tuple[First, ...]:
    store = site.store
    return site.memory.answer(store, ("firsts", by, titled), lambda: firsts_of(store, by, titled=titled or None))


def _first_row(one: First) -> Row:
    what, silent = one.entry.what, "|".join(each.id for each in one.silent)
    return one.of, one.name, what.document, one.text.title, one.text.published, what.start, what.end, what.text, silent
