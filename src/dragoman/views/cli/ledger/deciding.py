"""The commands `tie`, `untie`, `comply`: what people say of the ledger, and the store keeps."""

import sys
from typing import Annotated, Literal, cast, get_args

import typer
from typer.core import TyperCommand

from dragoman.records.entry import Tie
from dragoman.views.cli.ledger.options import EntryId, one_of
from dragoman.views.cli.options import Packs
from dragoman.views.cli.store.finding import By, Note
from dragoman.views.cli.store.options import Where, opened_store

ActId = Annotated[str, typer.Argument(metavar="ACT", help="Id of the act, or of a report of it.")]
SCORES: dict[str, Literal[-1, 0, 1]] = {"-1": -1, "0": 0, "1": 1, "+1": 1}


class Scoring(TyperCommand):
    """A command to which `-1` is a score, and no option."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # typer's own
        """Puts a blank before it."""
        return super().parse_args(ctx, [f" {arg}" if arg == "-1" else arg for arg in args])


def score_of(value: str) -> int:
    """A score as the research groups of G7 and G20 write it, or what is wrong with it."""
    if value.strip() not in SCORES:
        raise typer.BadParameter(f"{value!r} is no score; write -1 (not kept), 0 (partly, or under way) or +1 (kept)")
    return SCORES[value.strip()]


def tie(
    entry: EntryId,
    act: ActId,
    does: Annotated[
        str, typer.Argument(parser=one_of("tie", get_args(Tie)), metavar="TIE", help="What the act does: fulfils …")
    ],
    *,
    by: By = "somebody",
    note: Note = "",
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Say by hand what an act does to an entry. It stays so, whatever comes in later; the last word on the two holds.

    Example: dragoman tie ask-9876b51a0730b0fb act-6909514d02a8b628 fulfils --by "Jane Doe"
    """
    _rule(entry, act, cast("Tie", does), by, note, where, pack)


def untie(
    entry: EntryId,
    act: ActId,
    *,
    by: By = "somebody",
    note: Note = "",
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Say by hand that an act does nothing to an entry.

    Example: dragoman untie ask-9876b51a0730b0fb act-6909514d02a8b628 --by "Jane Doe" --note "another summit"
    """
    _rule(entry, act, None, by, note, where, pack)


def comply(
    entry: EntryId,
    score: Annotated[
        int, typer.Argument(parser=score_of, metavar="SCORE", help="-1 not kept, 0 partly or under way, +1 kept.")
    ],
    *,
    evidence: Annotated[
        str | None, typer.Option(metavar="EVENT", show_default=False, help="Id of the report that shows it.")
    ] = None,
    by: By = "somebody",
    note: Note = "",
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Say how far an entry was kept, as the G7 and G20 research groups do.

    Example: dragoman comply commitment-08740af82465c833 +1 --evidence 1c7fe0ab54d3e921 --by "Jane Doe"
    """
    from dragoman.desk import ledger as desk  # noqa: PLC0415 - only who decides waits for it

    with opened_store(where, packs=pack) as store:
        desk.comply(store, entry, cast("Literal[-1, 0, 1]", score), by=by, note=note, evidence=evidence)
        judged = desk.story(store, entry).entry
    sys.stdout.write(f"{judged.id}: compliance {score:+d}\n" if score else f"{judged.id}: compliance 0\n")


def _rule(entry: str, act: str, does: Tie | None, by: str, note: str, where: str | None, pack: Packs) -> None:
    from dragoman.desk import ledger as desk  # noqa: PLC0415 - as above

    with opened_store(where, packs=pack) as store:
        desk.rule(store, entry, act, does, by=by, note=note)
        ruled = desk.story(store, entry).entry
    sys.stdout.write(f"{ruled.id}: {ruled.state}\n")
