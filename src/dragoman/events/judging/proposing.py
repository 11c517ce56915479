"""Takes a Reading and what the matcher made of it, gives a Proposal for each clause that may tell an act."""

from collections.abc import Container, Iterable, Sequence

from dragoman.events.judging.proposal import POLITICAL, Proposal
from dragoman.events.matching.matcher import Match, Misfit
from dragoman.events.standing.status import StatusReader
from dragoman.records.clause import Clause
from dragoman.records.participant import Mention
from dragoman.records.reading import Reading

_EMPTY_VERBS = frozenset({"be", "have", "do", "become", "seem", "remain"})


class Proposing:
    """Callable: a reading, its matches and misfits in, the proposals in the order of their clauses out."""

    def __init__(self, status: StatusReader, private_sectors: Container[str]) -> None:
        self._status = status
        self._private = private_sectors

    def __call__(self, reading: Reading, matches: Sequence[Match], misfits: Iterable[Misfit]) -> list[Proposal]:
        """One for each clause with a frame, each verb and each act noun; none where nobody political is named."""
        if not any(self._is_political(mention) for mention in reading.mentions.values()):
            return []
        matched = {match.clause.head: match for match in matches}
        passed: dict[int, set[str]] = {}
        for misfit in misfits:
            passed.setdefault(misfit.clause.head, set()).add(misfit.frame.type)
        return [
            self._proposal(reading, clause, matched.get(clause.head), tuple(sorted(passed.get(clause.head, ()))))
            for clause in reading.clauses.values()
            if clause.head in matched or clause.lemma not in _EMPTY_VERBS
        ]

    def _is_political(self, mention: Mention) -> bool:
        """Whether it names a state, a body, an office or people of a sector; firms and private persons are none."""
        return any(
            one.kind in POLITICAL
            or one.office is not None
            or (one.sector is not None and one.sector not in self._private)
            for one in mention.participants
        )

    def _proposal(
        self, reading: Reading, clause: Clause, match: Match | None, passed_over: tuple[str, ...]
    ) -> Proposal:
        standing = self._status(reading, clause)
        status = match.frame.status if match is not None and standing.status == "occurred" else standing.status
        return Proposal(
            clause=clause,
            type=match.type if match is not None else None,
            passed_over=passed_over,
            status=status,
            hearsay=standing.hearsay,
            left_out=standing.left_out is not None,
            waits=match is not None and match.lacking is not None,
            is_wide=match is not None and ("*",) in match.frame.phrases,
            is_reciprocal=match is not None and match.frame.reciprocal,
            words=len(match.tokens) if match is not None else 0,
            actors=match.actors if match is not None else (),
            recipients=match.recipients if match is not None else (),
        )
