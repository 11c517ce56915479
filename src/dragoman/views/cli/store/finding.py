"""The commands `find`, `show`, `facets`, `join`, `split`: they ask a store and print what it answers."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.records.question import Question, UpdatesPage
from dragoman.views.cli.options import AsJson, Packs, day
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.store.options import Output, Where, Words, opened_store, question_of
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.store import Store

By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]
USUAL, MOST = 20, 1000  # acts at once
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.")]


def find(  # noqa: PLR0913 - options of a command line
    words: Words = None,
    *,
    where: Where = None,
    events: Annotated[bool, typer.Option("--events", help="Single reports in place of acts.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(min=1, max=1000, show_default=False, help="So many at once: else 20, of what changed all."),
    ] = None,
    cursor: Annotated[
        str | None, typer.Option(metavar="CURSOR", show_default=False, help="What the page before gave as next.")
    ] = None,
    updated_since: Annotated[
        str | None,
        typer.Option(
            "--updated-since",
            metavar="TIME",
            show_default=False,
            help="Only what is new or changed since, and ids of what is gone: an ISO time, what find gave as until.",
        ),
    ] = None,
    as_json: AsJson = False,
    output: Output = None,
) -> None:
    """Find acts in a store: who did what to whom, with the words that prove it.

    Example: dragoman find actor:JPN recipient:NATO date:2022 --limit 10

    Example: dragoman find actor:JPN --updated-since 2026-11-29T12:34:56Z --json
    """
    from dragoman.desk.asking import number_of  # noqa: PLC0415 - only who asks waits for it

    question, count = question_of(words), 0
    pages = partial(_pages, question=question, events=events, since=updated_since, limit=limit, cursor=cursor)
    with opened_store(where) as store, opened(output) as stream:
        for page, shown in pages(store):
            if as_json:
                write_json(stream, page.items)
            elif page.items:
                print_to(stream, shown)
            if updated_since is not None:
                _write_gone(stream, page.gone, as_json=as_json)
            count, cursor = count + len(page.items), page.next
        if updated_since is not None and as_json:  # whoever goes on from a moment must have all that is told up to it
            write_json(stream, [{"next": cursor} if cursor else {"until": page.until}])
        number = number_of(store, question, kept="events" if events else "acts")
        if not number:
            _tell_doubts(store, question)
    sys.stderr.write(f"{count} of {number:,}\n")
    if cursor:
        sys.stderr.write(f"more with --cursor {cursor}\n")
    elif updated_since is not None:
        sys.stderr.write(f"until {page.until}\n")


def _pages(
    store: "Store", *, question: Question, events: bool, since: str | None, limit: int | None, cursor: str | None
) -> Iterator["tuple[UpdatesPage[Act] | UpdatesPage[Event], RenderableType]"]:
    """One page, and how it is shown; of what changed since a moment all of them, if no limit is told."""
    from dragoman.desk import asking  # noqa: PLC0415 - as above
    from dragoman.store.cursors import pages_of  # noqa: PLC0415
    from dragoman.views.cli.store.tables import page_of_acts, page_of_events  # noqa: PLC0415

    whole = since is not None and limit is None
    most = limit or (MOST if whole else USUAL)

    def events_at(on: str | None) -> UpdatesPage[Event]:
        return asking.page_of_events(store, question, since=since, limit=most, cursor=on)

    def acts_at(on: str | None) -> UpdatesPage[Act]:
        return asking.page_of_acts(store, question, since=since, limit=most, cursor=on)

    def listed(acts: Iterable[Act]) -> "RenderableType":
        return page_of_acts(asking.with_foremost(store, acts, words=question.words))

    told: Iterator[tuple[UpdatesPage[Act] | UpdatesPage[Event], RenderableType]]
    if events:
        told = ((page, page_of_events(page.items)) for page in pages_of(events_at, cursor=cursor))
    else:
        told = ((page, listed(page.items)) for page in pages_of(acts_at, cursor=cursor))
    return told if whole else islice(told, 1)


def _write_gone(stream: BinaryIO, gone: Iterable[str], *, as_json: bool) -> None:
    """Writes which ids are gone: below those that are new or changed."""
    if as_json:
        write_json(stream, ({"gone": id_} for id_ in gone))
    else:
        stream.writelines(f"gone {id_}\n".encode() for id_ in gone)


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of an act or a report, or its beginning.")],
    *,
    where: Where = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", parser=day, metavar="DATE", show_default=False, help="As it was known on that day."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show an act: what is told of it, by whom and when, how it went on, and why its reports are one act.

    Example: dragoman show act-6909514d02a8b628
    """
    from dragoman.desk.asking import act as known_act  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.asking import with_passages  # noqa: PLC0415
    from dragoman.views.cli.store.tables import whole_act  # noqa: PLC0415

    with opened_store(where) as kept, opened(None) as stream:
        act = known_act(kept, id_, as_of=as_of)
        if as_json:
            write_json(stream, [act])
        else:
            print_to(stream, whole_act(with_passages(kept, [act])[0]))


def facets(
    field: Annotated[
        str,
        typer.Argument(
            metavar="FIELD",
            help="type, mode, status, quad, context, actor, recipient, country, place or place_country.",
        ),
    ],
    words: Words = None,
    *,
    where: Where = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="So many values.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Count how an answer divides by a field, the commonest values first.

    Example: dragoman facets type actor:JPN date:2022
    """
    from dragoman.desk.asking import facets as divided  # noqa: PLC0415 - only who asks waits for it

    with opened_store(where) as kept, opened(None) as stream:
        question = question_of(words)
        counts = divided(kept, question, field, limit=limit)
        if not counts:
            _tell_doubts(kept, question)
        if as_json:
            write_json(stream, ({"value": value, "number": number} for value, number in counts.items()))
        else:
            stream.writelines(f"{number:>10,} {visible(value)}\n".encode() for value, number in counts.items())


def _tell_doubts(store: "Store", question: Question) -> None:
    """Says on standard error why a question may have no answer."""
    from dragoman.desk.meant import doubts  # noqa: PLC0415 - only who finds nothing waits for it

    sys.stderr.writelines(f"dragoman: {visible(doubt)}\n" for doubt in doubts(store, question))


def join(
    one: Annotated[str, typer.Argument(metavar="ACT", help="Id of an act or event.")],
    other: Annotated[str, typer.Argument(metavar="ACT", help="Id of another that is the same act.")],
    *,
    by: By = "somebody",
    note: Note = "",
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Make two acts one, by hand. It stays so, whatever comes in later.

    Example: dragoman join act-6909514d02a8b628 act-1c7fe0ab54d3e921 --by "Jane Doe" --note "one visit, told twice"
    """
    with opened_store(where, packs=pack) as kept:
        kept.join(one, other, by=by, note=note)
        sys.stdout.write(f"joined: {kept.act(one).id}\n")


def split(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Id of the report that tells another act.")],
    *,
    by: By = "somebody",
    note: Note = "",
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Take a report out of its act, by hand. It is never again one act with those it was with.

    Example: dragoman split 08740af82465c833 --by "Jane Doe" --note "the visit of the year before"
    """
    with opened_store(where, packs=pack) as kept:
        kept.split(event, by=by, note=note)
        sys.stdout.write(f"split: {kept.act(event).id}\n")
