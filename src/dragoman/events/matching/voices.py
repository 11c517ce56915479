"""Takes a clause in its sentence, gives who speaks through the whole text where the clause is an item of a list."""

from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_FINITE = frozenset({"VBZ", "VBP", "VB"})


def voice_of(reading: Reading, clause: Clause) -> tuple[Participant, ...]:
    """ "2. Freezes the assets of …": whose act a verb tells that lacks its subject, since it stands above the list."""
    return reading.voice if _is_listed(reading, clause) else ()


def _is_listed(reading: Reading, clause: Clause) -> bool:
    """Whether it is the main verb of an item, or coordinate with it: "Reaffirms its support and calls for talks"."""
    if clause.passive or clause.heads("doer"):
        return False
    if clause.kind == "noun":  # "3. Calls upon all states to report" is easily read as calls upon the states
        return clause.governor is None and not any(
            token.text.isalpha() for token in reading.sentence.tokens[: clause.head]
        )
    if clause.governed_as == "coordinate":
        first = reading.clauses.get(clause.governor) if clause.governor is not None else None
        return first is not None and _is_listed(reading, first)
    return clause.governor is None and reading.sentence.tokens[clause.head].tag in _FINITE
