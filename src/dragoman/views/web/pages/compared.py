"""Compared: two texts side by side: what they say of an actor, and what of it is new, gone, stronger or weaker."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from dragoman.desk import framing as desk
from dragoman.errors import QuestionError
from dragoman.ledger.framing.comparison import Aligned, Change, Comparison
from dragoman.store.deeds import Heading
from dragoman.views.web.answers import Answer
from dragoman.views.web.asked import Asked
from dragoman.views.web.feeds import Item
from dragoman.views.web.framed import Row, passage_page
from dragoman.views.web.lists import write_rows
from dragoman.views.web.site import Site

SHOWN: tuple[Change, ...] = ("new", "gone", "stronger", "weaker", "reworded", "same")
COLUMNS = (
    "change", "theme", "why", "score", "earlier", "earlier_start", "earlier_end", "earlier_intensity", "earlier_text",
    "later", "later_start", "later_end", "later_intensity", "later_text",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What two texts, the earlier one first, say by one party of another, and what became of each passage."""

    by: str
    of: str
    earlier: Heading
    later: Heading
    changes: Mapping[Change, int]
    new_themes: tuple[str, ...]
    gone_themes: tuple[str, ...]
    aligned: tuple[Aligned, ...]


def compared(site: Site, asked: Asked, by: str | None, of: str | None) -> Answer:
    """The texts `a` and `b`, each by id, day or title; `change` shows only what became so.

    Raises:
        QuestionError: a text, or whose words of whom, is not told.
    """
    one, other, change = asked.text("a"), asked.text("b"), asked.one_of("change", get_args(Change))
    if by is None or of is None or not one or not other:
        raise QuestionError("two texts are compared: give by=, of=, a= and b=, as in by=NATO&of=CHN&a=2010&b=2022")
    told = site.memory.answer(site.store, ("compared", by, of, one, other), lambda: _compared(site, by, of, one, other))
    shown = [each for each in told.aligned if change in {None, each.change}]
    title = f"{site.name(by)} on {site.name(of)}: {_called(told.earlier)} and {_called(told.later)}"
    return Answer(
        title=title,
        template="compared.html",
        shown={
            "told": told,
            "by": by,
            "of": of,
            "change": change,
            "changes": SHOWN,
            "themes": dict(_by_theme(shown)),
            "texts": [told.earlier, told.later],
        },
        record=told,
        rows=lambda stream: write_rows(COLUMNS, map(_row, told.aligned), stream),
        feed=[_item(each, told) for each in shown if each.change not in {"same", "reworded"}],
    )


def _compared(site: Site, by: str, of: str, one: str, other: str) -> Compared:
    found = desk.framing_compared(site.store, by, of, one, other)
    called = desk.headings(site.store, {found.earlier.id, found.later.id})
    comparison: Comparison = found.comparison
    return Compared(
        by=by,
        of=of,
        earlier=called[found.earlier.id],
        later=called[found.later.id],
        changes=Counter(each.change for each in comparison.aligned),
        new_themes=comparison.new_themes,
        gone_themes=comparison.gone_themes,
        aligned=comparison.aligned,
    )


def _called(text: Heading) -> str:
    return text.title or text.published or text.id


def _by_theme(aligned: list[Aligned]) -> Iterator[tuple[str, list[Aligned]]]:
    """The passages by theme, in the order in which the themes come up; those on none come last."""
    themes = sorted(dict.fromkeys(each.theme or "" for each in aligned), key=lambda theme: not theme)
    for theme in themes:
        yield theme, [each for each in aligned if (each.theme or "") == theme]


def _row(each: Aligned) -> Row:
    told: list[str | float | None] = [each.change, each.theme, each.why, each.score]
    for entry in (each.earlier, each.later):
        what = entry.what if entry else None
        told += [what.document, what.start, what.end] if what else [None, None, None]
        told += [entry.intensity if entry else None, what.text if what else None]
    return tuple(told)


def _item(each: Aligned, told: Compared) -> Item:
    entry = each.later or each.earlier
    assert entry is not None, f"a passage of neither text: {each.why}"
    path = passage_page(entry)
    words = " → ".join(one.what.text for one in (each.earlier, each.later) if one)
    title = f"{each.change}: {each.theme or 'no theme'}"
    return Item(id=entry.id, path=path, title=title, words=words, day=told.later.published)
