"""What the tests of the ledger share: the pack's words, and deeds made of hand-written stories."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from dragoman.acts.telling import act_of, fullest
from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.knowledge.pack import load_pack
from dragoman.records.deed import Deed
from dragoman.records.report import Report


@pytest.fixture(scope="session")
def pack_words() -> LedgerWords:
    return load_pack().ledger


@pytest.fixture(scope="session")
def words(pack_words) -> LedgerWords:
    """The pack's words, with weights that let in every entry, and every act of the same sides with a word in common."""
    return replace(
        pack_words,
        worth={},
        least_worth={},
        linking={"always": -3.0, "both sides": 1.0, "share of words": 3.0, "common words": 4.0},
        least_link=0.5,
        least_link_against=0.5,
        least_maybe=0.2,
    )


@pytest.fixture
def deeds() -> Callable[..., list[Deed]]:
    """Each event of the stories as an act of its own; `same` are lists of triggers that tell one act."""

    def make(*stories, same: Iterable[Iterable[str]] = ()) -> list[Deed]:
        reports = [
            Report(event=event, known_on=story.published, outlets=("Wire",), copy=event.document)
            for story in stories
            for event in story.events
        ]
        groups = [[report for report in reports if report.event.trigger.text in set(triggers)] for triggers in same]
        taken = {report.id for group in groups for report in group}
        groups += [[report] for report in reports if report.id not in taken]
        return [
            Deed(
                act=act_of(group),
                reports=tuple(sorted(group, key=lambda report: report.order)),
                fullest=fullest(group).event,
            )
            for group in groups
        ]

    return make
