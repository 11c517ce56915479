"""Takes a Reading, gives for each clause the frame that fits it best, and those that were dropped with the reason.

A frame is found by its trigger word; its further words and conditions are then sought among the clause's arguments.
"""

from calendar import day_name, month_abbr, month_name
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.events.filling import Filling
from dragoman.knowledge.frames import Candidate, Frame, FrameIndex, Variant, Words
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading
from dragoman.records.sentence import Token

_DATES = frozenset({*month_name, *month_abbr, *day_name} - {""})
_OTHER_CLAUSES = frozenset({"nsubj", "conj", "relcl", "advcl", "ccomp", "parataxis"})
_GOVERNMENTS = frozenset({None, "GOV", "MIL", "LEG", "SPY", "ELI"})
_COUNTRIES = frozenset({"state", "igo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A frame that fits a clause: the tokens of its phrase, the variant that applies, and both sides.

    `lacking` says which side is not named yet, where the act of speech that tells of it may still name it.
    """

    clause: Clause
    frame: Frame
    variant: Variant | None
    tokens: tuple[int, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    lacking: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A frame whose words stand in a clause, and why it was not taken."""

    clause: Clause
    frame: Frame
    tokens: tuple[int, ...]
    reason: str


class Matcher:
    """Callable: a reading in, its matches and misfits out."""

    def __init__(self, frames: tuple[Frame, ...], *, arms: frozenset[str] = frozenset()) -> None:
        self._index = FrameIndex(frames)
        self._arms = arms

    def __call__(self, reading: Reading) -> tuple[list[Match], list[Misfit]]:
        """For each clause the first frame that fits, the one with the most words first."""
        matches: list[Match] = []
        misfits: list[Misfit] = []
        filling = Filling(reading, self._arms)
        for clause in reading.clauses.values():
            candidates = [
                (self._index.frames[candidate.frame], tokens) for candidate, tokens in self._candidates(reading, clause)
            ]
            if _is_undertaking(reading, clause):
                candidates += [(frame, (clause.head,)) for frame in self._index.wildcards]
            waiting: Match | None = None
            for frame, tokens in candidates:
                found = self._fitted(reading, filling, clause, frame, tokens)
                if isinstance(found, Misfit):
                    misfits.append(found)
                elif found.lacking is None:
                    matches.append(found)
                    waiting = None
                    break
                else:
                    waiting = waiting or found
            if waiting is not None:
                matches.append(waiting)
        return _without_inner(matches), misfits

    def _candidates(self, reading: Reading, clause: Clause) -> Iterator[tuple[Candidate, tuple[int, ...]]]:
        """The frames whose words all stand in the clause; the longest phrase first, then the most conditions."""
        found: list[tuple[int, int, int, Candidate, tuple[int, ...]]] = []
        for candidate in self._keyed(reading, clause):
            tokens = _phrase_tokens(reading, clause, candidate.phrase)
            if tokens is not None:
                frame = self._index.frames[candidate.frame]
                found.append((-len(candidate.phrase), -len(frame.only), candidate.frame, candidate, tokens))
        found.sort(key=lambda one: one[:3])
        seen: set[int] = set()
        for _, _, number, candidate, tokens in found:
            if number not in seen:
                seen.add(number)
                yield candidate, tokens

    def _keyed(self, reading: Reading, clause: Clause) -> list[Candidate]:
        token = reading.sentence.tokens[clause.head]
        if clause.kind == "noun":  # the month of March is no march
            return [] if _is_date(token) else self._index.noun(clause.lemma)
        if token.tag == "VBN":  # "was concerned about" may be read as a passive
            participle = token.text.lower()
            as_adjective = [c for c in self._index.verb("be") if len(c.phrase) > 1 and c.phrase[1] == participle]
            return [*as_adjective, *self._index.verb(clause.lemma)]
        return self._index.verb(clause.lemma)

    def _fitted(
        self, reading: Reading, filling: Filling, clause: Clause, frame: Frame, tokens: tuple[int, ...]
    ) -> Match | Misfit:
        reason = self._unfit(reading, clause, frame)
        if reason is not None:
            return Misfit(clause=clause, frame=frame, tokens=tokens, reason=reason)
        actors = filling.actors(clause, frame)
        recipients = filling.recipients(clause, frame, actors)
        reason = lacking(frame, actors, recipients)
        is_told_of = clause.governor is not None and clause.governed_as not in {"coordinate", "light", "relative"}
        if reason is not None and not (is_told_of and not actors and "doer" in frame.actor):
            return Misfit(clause=clause, frame=frame, tokens=tokens, reason=reason)
        if frame.reciprocal:
            actors, recipients = _joined(actors, recipients), []
        variant = next((v for v in frame.variants if self._fits_all(reading, clause, v.when)), None)
        return Match(
            clause=clause,
            frame=frame,
            variant=variant,
            tokens=tokens,
            actors=tuple(actors),
            recipients=tuple(recipients),
            lacking=reason,
        )

    def _unfit(self, reading: Reading, clause: Clause, frame: Frame) -> str | None:
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

    def _fits_all(self, reading: Reading, clause: Clause, when: Words) -> bool:
        return all(_fits(reading, clause, role, words) for role, words in when.items())


def _is_undertaking(reading: Reading, clause: Clause) -> bool:
    """ "We will draw up a strategy": whatever the verb, the speaker binds himself, and means to act."""
    tokens = reading.sentence.tokens
    if clause.kind != "verb" or clause.passive or clause.lemma in {"be", "have"}:
        return False
    if not any(tokens[index].text.lower() in {"will", "shall", "'ll", "’ll"} for index in clause.auxiliaries):
        return False
    speaking = any(tokens[head].text.lower() in {"we", "i"} for head in clause.heads("doer"))
    return speaking or (
        reading.sentence.kind == "quotation" and any(head in reading.mentions for head in clause.heads("doer"))
    )


def lacking(frame: Frame, actors: list[Participant], recipients: list[Participant]) -> str | None:
    """Which side that the frame needs is not there."""
    sides = {"actor": actors, "recipient": recipients}
    if frame.needs is None:
        return None if actors or recipients else "neither actor nor recipient is a participant"
    if frame.reciprocal and set(frame.needs) == {"actor", "recipient"}:
        return None if len(_joined(actors, recipients)) > 1 else "there are not two sides"
    missing = [side for side in frame.needs if not sides.get(side)]
    return f"no {' and no '.join(missing)} is a participant" if missing else None


def _joined(actors: list[Participant], recipients: list[Participant]) -> list[Participant]:
    seen: dict[tuple[str, str | None], Participant] = {}
    for participant in (*actors, *recipients):
        seen.setdefault((participant.id, participant.person), participant)
    return list(seen.values())


def _without_inner(matches: list[Match]) -> list[Match]:
    """Of "lifted sanctions" the longer phrase is the act: the noun inside it is not told again."""
    covered = {
        token for match in matches for token in match.tokens if len(match.tokens) > 1 and token != match.clause.head
    }
    return [match for match in matches if match.clause.head not in covered]


# Do the words of a phrase stand in a clause?


def _phrase_tokens(reading: Reading, clause: Clause, phrase: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of the phrase: its trigger, and each further word among arguments, prepositions or modifiers."""
    matched = [clause.head]
    words = phrase[1:] if clause.kind == "verb" else phrase[:-1]
    if clause.kind == "verb" and phrase[0] == "be" and clause.lemma != "be":
        words = phrase[2:]
    open_ = list(words)
    while open_:  # a modifier is found only once its noun is: "launch cyber command"
        found = {
            word: token for word in open_ if (token := _word_at(reading, clause, word, phrase, matched)) is not None
        }
        if not found:
            return None
        matched += [token for token in found.values() if token >= 0]
        open_ = [word for word in open_ if word not in found]
    return tuple(sorted(set(matched)))


def _word_at(reading: Reading, clause: Clause, word: str, phrase: tuple[str, ...], matched: list[int]) -> int | None:
    """The token of one word of a phrase; -1 for a preposition, whose place does not matter."""
    tokens = reading.sentence.tokens
    # A noun of the phrase is the object, unless the phrase has a preposition for it: "resort to force".
    holders = {"done-to", "complement", *phrase} - {"doer"}
    for argument in clause.arguments:
        token = tokens[argument.head]
        if argument.role == "particle" and token.text.lower() == word:
            return token.index
        if argument.role in holders and word in {token.lemma.lower(), token.text.lower()}:
            return token.index
    for index in matched:
        for child in reading.sentence.children[index]:
            if (
                word in {tokens[child].lemma.lower(), tokens[child].text.lower()}
                and tokens[child].relation not in _OTHER_CLAUSES
            ):
                return child
    for argument in clause.arguments:  # "areas of concern", "acts of aggression": one step further in
        if argument.role == "done-to":
            for preposition in reading.sentence.children[argument.head]:
                if tokens[preposition].relation == "prep" and tokens[preposition].lemma == "of":
                    for child in reading.sentence.children[preposition]:
                        if tokens[child].lemma.lower() == word:
                            return child
    if any(
        (a.role == word or a.role.startswith(f"{word} ")) and not _is_date(tokens[a.head]) for a in clause.arguments
    ):
        return -1
    return None


def _is_date(token: Token) -> bool:
    """ "called him in March" does not call anybody in."""
    return token.tag == "CD" or (token.tag == "NNP" and token.text in _DATES)


# Does an argument fit the words that a frame gives?


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
    if "clause" in words and head in reading.clauses and reading.clauses[head].kind == "verb":
        return True
    below = [reading.sentence.tokens[child].lemma.lower() for child in reading.sentence.children[head]]
    return any(f"{modifier} {lemma}" in words for modifier in below)
