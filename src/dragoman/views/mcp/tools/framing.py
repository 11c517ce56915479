"""Framing: tools that tell what one party says of another, and what of it changed from one text to another."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from dragoman.desk import framing as desk
from dragoman.desk.saying import said_of
from dragoman.errors import QuestionError
from dragoman.ledger.framing.comparison import Aligned, Change
from dragoman.records.entry import Entry
from dragoman.store.deeds import Heading
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.shapes import Answer, Shape, Who, Words, stretch, who, words_of
from dragoman.views.mcp.tools.asked import Limit, Party, Skip

Shown = Change | Literal["any"]


class Framed(Shape):
    """A passage in which one party says something of another."""

    theme: str | None
    """On what: a theme of the pack; None where it knows none."""
    intensity: int | None
    """How sharply: -3 hostile … 3 friendly."""
    by: list[Who]
    """Who says it."""
    about: list[Who]
    """Of whom."""
    words: Words
    """The passage."""


class Text(Shape):
    """A text by what it is called."""

    id: str
    """Its id, which `compare_framing` and `read_document` take."""
    title: str | None
    """Its title."""
    published: str | None
    """ISO day of publication."""
    outlets: list[str]
    """Who carried it."""
    number: int
    """How many passages of it say something."""


class SaidOf(Answer):
    """What is said of a party."""

    by: str | None
    """Id of who says it; None is whoever does."""
    of: str
    """Id of whom it is said."""
    looked_into: int
    """How many texts were looked into, those published last."""
    naming: int
    """How many texts name the party."""
    number: int
    """How many passages there are in all."""
    themes: dict[str, int]
    """How many passages there are on each theme; the empty name is for those on none."""
    texts: list[Text]
    """The texts that say it, the latest first, fifty at most."""
    passages: list[Framed]
    """So many passages, theme by theme, the latest first."""
    next: int | None
    """How many to skip for those after; None at the end."""


class Changed(Shape):
    """What became of a passage from the earlier text to the later one."""

    change: str
    """new, gone, stronger, weaker, reworded or same."""
    theme: str | None
    """On what."""
    why: str
    """The change in words: "challenge → systemic competition"."""
    score: float
    """How alike the two passages are, 0 to 1."""
    earlier: Framed | None
    """The passage of the earlier text; None where none says the same."""
    later: Framed | None
    """The passage of the later text; None where none says the same."""


class Compared(Answer):
    """What two texts, the earlier one first, say by one party of another."""

    by: str
    """Id of who says it."""
    of: str
    """Id of whom it is said."""
    earlier: Text
    """The earlier text."""
    later: Text
    """The later text."""
    changes: dict[str, int]
    """How many passages are new, gone, stronger, weaker, reworded and the same."""
    new_themes: list[str]
    """Themes on which the earlier text said nothing."""
    gone_themes: list[str]
    """Themes on which the later text says nothing."""
    number: int
    """How many passages there are of the change asked for."""
    aligned: list[Changed]
    """So many of them, in the order of the later text."""
    next: int | None
    """How many to skip for those after; None at the end."""


TEXTS = 50
Named = Annotated[
    str, Field(min_length=1, description="A text by its id, the ISO day of its publication, or its title.")
]


def framing(
    opened: Opened,
    *,
    of: Party,
    by: Annotated[str | None, Field(description="Who says it, by id or name; without it whoever does.")] = None,
    theme: Annotated[str | None, Field(description="Only what is said on that theme.")] = None,
    last: Annotated[int, Field(ge=1, le=1000, description="In so many of the texts that name them, the latest.")] = 200,
    limit: Limit = 30,
    skip: Skip = 0,
) -> SaidOf:
    """Tell what one party says of another, theme by theme, with how sharply it judges and each passage.

    Lists the texts, two of which `compare_framing` lays side by side.
    """
    about, speaker = opened.party(of), opened.party(by) if by else None
    said = said_of(opened.store, about, by=speaker, last=last)
    shown = said.on(theme) if theme else said
    some, following = stretch(shown.entries, skip=skip, limit=limit, what="passages")
    numbers = shown.numbers
    texts = sorted((shown.texts[id_] for id_ in numbers), key=lambda one: one.published or "", reverse=True)
    return SaidOf(
        by=speaker,
        of=about,
        looked_into=said.looked_into,
        naming=said.naming,
        number=len(shown.entries),
        themes={one.name: len(one.entries) for one in said.themes},
        texts=[_text(one, numbers[one.id]) for one in texts[:TEXTS]],
        passages=list(map(_framed, some)),
        next=following,
    )


def compare_framing(  # noqa: PLR0913 - options of a tool
    opened: Opened,
    *,
    by: Party,
    of: Party,
    one: Named,
    other: Named,
    change: Annotated[Shown, Field(description="Only what became so.")] = "any",
    limit: Limit = 30,
    skip: Skip = 0,
) -> Compared:
    """Lay two texts side by side: what one party says of another in them, and what is new, gone, stronger or weaker.

    `framing` lists the texts.
    """
    speaker, about = opened.party(by), opened.party(of)
    found = desk.framing_compared(opened.store, speaker, about, one, other)
    if found.earlier.id == found.later.id:
        raise QuestionError(f"{one!r} and {other!r} are one text; name two, as `framing` lists them")
    comparison = found.comparison
    called = desk.headings(opened.store, {found.earlier.id, found.later.id})
    shown = [each for each in comparison.aligned if change in {"any", each.change}]
    some, following = stretch(shown, skip=skip, limit=limit, what="passages")
    return Compared(
        by=speaker,
        of=about,
        earlier=_text(called[found.earlier.id], _passages(comparison.aligned, later=False)),
        later=_text(called[found.later.id], _passages(comparison.aligned, later=True)),
        changes=dict(Counter(each.change for each in comparison.aligned)),
        new_themes=list(comparison.new_themes),
        gone_themes=list(comparison.gone_themes),
        number=len(shown),
        aligned=[
            Changed(
                change=each.change,
                theme=each.theme,
                why=each.why,
                score=each.score,
                earlier=_framed(each.earlier) if each.earlier else None,
                later=_framed(each.later) if each.later else None,
            )
            for each in some
        ],
        next=following,
    )


def _passages(aligned: Sequence[Aligned], *, later: bool) -> int:
    return sum((each.later if later else each.earlier) is not None for each in aligned)


def _text(text: Heading, number: int) -> Text:
    return Text(
        id=text.id, title=text.title, published=text.published, outlets=list(text.outlets), number=number
    )  # fmt: skip


def _framed(entry: Entry) -> Framed:
    return Framed(
        theme=entry.theme,
        intensity=entry.intensity,
        by=who(entry.by),
        about=who(entry.about),
        words=words_of(entry.what),
    )
