"""Takes a clause in its reading, gives whether a speaker binds himself in it: "we will draw up a strategy"."""

from dragoman.records.clause import Clause
from dragoman.records.reading import Reading

_FIRST_PERSONS = frozenset({"we", "i"})
_WILL = frozenset({"will", "shall", "'ll", "’ll"})


def binds_speaker(reading: Reading, clause: Clause) -> bool:
    """Whether whoever speaks says what he will do: "we will", in a block quotation, or in a text of his own."""
    if not is_undertaking(reading, clause):
        return False
    tokens = reading.sentence.tokens
    doers = clause.heads("doer")
    if any(tokens[head].text.lower() in _FIRST_PERSONS for head in doers):
        return True
    named = {p.id for head in doers if head in reading.mentions for p in reading.mentions[head].participants}
    return bool(named & {participant.id for participant in reading.voice}) or (
        bool(named) and reading.sentence.kind == "quotation"
    )


def is_undertaking(reading: Reading, clause: Clause) -> bool:
    """Whether the clause says that somebody will do something."""
    tokens = reading.sentence.tokens
    will = any(tokens[index].text.lower() in _WILL for index in clause.auxiliaries)
    return clause.kind == "verb" and not clause.passive and will
