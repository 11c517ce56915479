"""Takes a clause and a frame whose words stand in it, gives whether the frame's conditions hold."""

from dragoman.knowledge.frames import Frame, Words
from dragoman.records.clause import Clause
from dragoman.records.reading import Reading

_GOVERNMENTS = frozenset({None, "GOV", "MIL", "LEG", "SPY", "ELI"})
_COUNTRIES = frozenset({"state", "igo"})
_OBLIGING = frozenset({"must", "should", "ought", "shall"})


def unfit(reading: Reading, clause: Clause, frame: Frame) -> str | None:
    """Why the frame does not fit, if it does not."""
    for role, words in frame.only.items():
        if not _fits(reading, clause, role, words):
            return f"'{role}' is none of the words that this frame asks for"
    for role, words in frame.exceptions.items():
        if _fits(reading, clause, role, words):
            return f"'{role}' is one of the words that this frame excludes"
    if frame.with_words:
        below = {reading.sentence.tokens[index].lemma.lower() for index in reading.sentence.subtree(clause.head)}
        if not below & frame.with_words:
            return f"none of {', '.join(sorted(frame.with_words))} stands with it"
    return None


def fits_all(reading: Reading, clause: Clause, when: Words) -> bool:
    """Whether every role is filled by one of its words."""
    return all(_fits(reading, clause, role, words) for role, words in when.items())


def _fits(reading: Reading, clause: Clause, role: str, words: tuple[str, ...]) -> bool:
    heads = [a.head for a in clause.arguments if role in {a.role, "any"}]
    if not heads:
        return "nothing" in words
    return any(_is_one_of(reading, head, words) for head in heads)


def _is_one_of(reading: Reading, head: int, words: tuple[str, ...]) -> bool:
    token = reading.sentence.tokens[head]
    lemma = token.lemma.lower()
    if lemma in words or token.text.lower() in words:
        return True
    mention = reading.mentions.get(head)
    participants = mention.participants if mention else ()
    if "someone" in words and participants:
        return True
    if "country" in words and any(p.kind in _COUNTRIES and p.sector in _GOVERNMENTS for p in participants):
        return True
    if "person" in words and any(p.person or p.office for p in participants):
        return True
    clause = reading.clauses.get(head)
    if clause is not None and _is_such_a_clause(reading, clause, words):
        return True
    below = [reading.sentence.tokens[child].lemma.lower() for child in reading.sentence.children[head]]
    return any(f"{modifier} {lemma}" in words for modifier in below)


def _is_such_a_clause(reading: Reading, clause: Clause, words: tuple[str, ...]) -> bool:
    """Whether it has a verb; and for "obliged" whether the verb's own auxiliary obliges: "Russia must withdraw"."""
    if clause.kind != "verb":
        return False
    if "clause" in words:
        return True
    return "obliged" in words and any(
        reading.sentence.tokens[index].lemma.lower() in _OBLIGING for index in clause.auxiliaries
    )
