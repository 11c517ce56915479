"""Takes the drafts of a sentence, ties the items of a list to the act that they are parts of."""

from collections.abc import Iterable, Sequence

from dragoman.events.draft import Draft
from dragoman.records.clause import Clause


def link_packages(drafts: Sequence[Draft]) -> None:
    """Tie each item to its package: "imposed sanctions, including banning …"."""
    for draft in drafts:
        clause = draft.clause
        if clause.governed_as == "light" and clause.governor in draft.reading.clauses:
            clause = draft.reading.clauses[clause.governor]
        if clause.governed_as != "item" or clause.governor is None or draft.content_of is not None:
            continue
        package = _package(drafts, draft, clause)
        if package is not None:
            tie(package, draft)


def _package(drafts: Iterable[Draft], draft: Draft, item: Clause) -> Draft | None:
    for other in drafts:
        if other is draft or other.clause.governed_as == "item" or other.frame.content is not None:
            continue
        is_light = other.clause.governor == item.governor and other.clause.governed_as == "light"
        if other.clause.head == item.governor or is_light:
            return other
    return None


def tie(package: Draft, draft: Draft) -> None:
    """Make a draft an item of a package, done by its actors, to its recipients and with its status."""
    draft.part_of = package
    draft.steps.append(f"item of '{package.frame.id}'")
    doers = {participant.id for participant in package.actors}
    if package.actors and not draft.actors:
        draft.actors = list(package.actors)
        # "Britain imposed sanctions, including a ban": who did the whole is not hit by a part of it.
        draft.recipients = [participant for participant in draft.recipients if participant.id not in doers]
    # What an item hits is aimed at the package's target too: "freezing the assets of 70 individuals".
    hit = {participant.id for participant in draft.participants}
    draft.recipients += [participant for participant in package.recipients if participant.id not in hit]
    if draft.status == "occurred":
        draft.status, draft.cue = package.status, package.cue
