"""Takes a pack's ledger.yaml, gives LedgerWords: the words of promises, asks, measures, meetings, disputes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dragoman.knowledge.phrases import Phrases, pattern_of
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, beginning
from dragoman.records.entry import Format, Level, Stage, Strength, Tie

Kind = TypeVar("Kind", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerWords:
    """The words of ledger.yaml, and the weights of `worth` and of `linking`; the file says what each is for."""

    pointing: Phrases
    passing: Phrases
    strengths: dict[Strength, Phrases]
    committing: Phrases
    ahead: Phrases
    warning: Phrases
    terms: Phrases
    stages: dict[Stage, Phrases]
    conditions: Phrases
    inviting: Phrases
    particulars: Phrases
    instruments: dict[str, Phrases]
    accords: Phrases
    carve_outs: Phrases
    meeting: Phrases
    agenda: Phrases
    remote: Phrases
    levels: dict[Level, Phrases]
    formats: dict[Format, Phrases]
    occasions: Phrases
    postponed: Phrases
    disputing: Phrases
    cases: Phrases
    forums: Phrases
    dispute_days: int
    ties: dict[Tie, Phrases]
    common: frozenset[str]
    worth: dict[str, float]
    least_worth: dict[str, float]
    linking: dict[str, float]
    least_link: float
    least_link_within: float
    least_link_against: float
    least_maybe: float

    @staticmethod
    def first_of(kinds: Mapping[Kind, Phrases], text: str) -> Kind | None:
        """The first kind one of whose phrases stands in the text."""
        return next((kind for kind, phrases in kinds.items() if phrases.within(text)), None)


def read_ledger_words(folder: Path) -> LedgerWords:
    """The words of the folder's ledger.yaml.

    Raises:
        PackError: the file is faulty.
    """
    shape = read_yaml(folder / "ledger.yaml", _LedgerFile)
    return LedgerWords(
        pointing=_phrases(shape.entries.pointing),
        passing=_phrases(shape.entries.passing),
        strengths=_all(shape.commitments.strengths),
        committing=_phrases(shape.commitments.words),
        ahead=_phrases(shape.commitments.ahead),
        warning=_phrases(shape.commitments.warning),
        terms=_phrases(shape.commitments.terms),
        stages=_all(shape.commitments.stages),
        conditions=_phrases(shape.commitments.conditions),
        inviting=_phrases(shape.asks.inviting),
        particulars=_phrases(shape.asks.particulars),
        instruments=_all(shape.measures.instruments),
        accords=_phrases(shape.measures.accords),
        carve_outs=_phrases(shape.measures.carve_outs),
        meeting=_phrases(shape.meetings.words),
        agenda=_phrases(shape.meetings.agenda),
        remote=_phrases(shape.meetings.remote),
        levels=_all(shape.meetings.levels),
        formats=_all(shape.meetings.formats),
        occasions=_phrases(shape.meetings.occasions),
        postponed=_phrases(shape.meetings.postponed),
        disputing=_phrases(shape.disputes.words),
        cases=_phrases(shape.disputes.cases),
        forums=_phrases(shape.disputes.forums),
        dispute_days=shape.disputes.days,
        ties=_all(shape.ties),
        common=frozenset(map(beginning, shape.common)),
        worth=shape.worth,
        least_worth=shape.least_worth,
        linking=shape.linking,
        least_link=shape.least_link,
        least_link_within=shape.least_link_within,
        least_link_against=shape.least_link_against,
        least_maybe=shape.least_maybe,
    )


def _all(lists: Mapping[Kind, Iterable[str]]) -> dict[Kind, Phrases]:
    return {name: _phrases(words) for name, words in lists.items()}


def _phrases(words: Iterable[str]) -> Phrases:
    return Phrases(pattern=pattern_of(words))


class _Entries(Shape):
    pointing: WordList
    passing: WordList


class _Commitments(Shape):
    strengths: dict[Strength, WordList]
    words: WordList
    ahead: WordList
    warning: WordList
    terms: WordList
    stages: dict[Stage, WordList]
    conditions: WordList


class _Asks(Shape):
    inviting: WordList
    particulars: WordList


class _Measures(Shape):
    instruments: dict[str, WordList]
    accords: WordList
    carve_outs: WordList


class _Meetings(Shape):
    words: WordList
    agenda: WordList
    remote: WordList
    levels: dict[Level, WordList]
    formats: dict[Format, WordList]
    occasions: WordList
    postponed: WordList


class _Disputes(Shape):
    words: WordList
    cases: WordList
    forums: WordList
    days: int


class _LedgerFile(Shape):
    """ledger.yaml."""

    entries: _Entries
    commitments: _Commitments
    asks: _Asks
    measures: _Measures
    meetings: _Meetings
    disputes: _Disputes
    ties: dict[Tie, WordList]
    common: WordList
    worth: dict[str, float]
    least_worth: dict[str, float]
    linking: dict[str, float]
    least_link: float
    least_link_within: float
    least_link_against: float
    least_maybe: float
