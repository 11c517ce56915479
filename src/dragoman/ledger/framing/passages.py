"""Passages: takes a framing, gives what its words say, as those who compare two texts see it."""

import re
from dataclasses import dataclass

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.judging import Judgement, judge, without_judging
from dragoman.ledger.parties import ids
from dragoman.ledger.words_of import stems_of, subject_of
from dragoman.records.entry import Entry

_OWNED = re.compile(r"[’']s$|^(?:its|their|this|these)$", re.IGNORECASE)  # not the actor, but something of it
_SMALL = frozenset({"the", "of", "and", "also"})  # words within a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A framing with what its words say.

    `judgement` is of all its words, `apart` of those that do not ask. `stems` are of words that tell what it is about,
    `every` has those that judge too; `calls`: it says what the actor is.
    """

    entry: Entry
    judgement: Judgement
    apart: Judgement
    stems: frozenset[str]
    every: frozenset[str]
    about: frozenset[str]
    calls: bool

    @classmethod
    def of(cls, entry: Entry, words: ThemeWords) -> "Passage":
        """The passage of a framing."""
        text = entry.what.text
        named = stems_of(party.name for party in (*entry.about, *entry.by))
        stems, every = (subject_of([told], words.common, named).stems for told in (without_judging(text, words), text))
        judgement = judge(text, words)
        return cls(
            entry=entry,
            judgement=judgement,
            apart=judge(text, words, asks=False),
            stems=stems,
            every=every,
            about=ids(entry.about),
            calls=bool(judgement.words) and _says_what_it_is(text, words),
        )

    @property
    def text(self) -> str:
        """Its words."""
        return self.entry.what.text

    @property
    def plain(self) -> str:
        """Its words without marks, capitals and white space."""
        return " ".join(re.findall(r"\w+", self.text.casefold()))


def _says_what_it_is(text: str, words: ThemeWords) -> bool:
    """Whether it says what the actor is: "Russia is a threat", "we regard it as a partner"."""
    if words.regarding.within(text) and re.search(r"\bas\b", text):
        return True
    verb = next(words.calling.all(text), None)
    subject = re.findall(r"[\w’'-]+", text[: verb.start()]) if verb else []
    return (
        bool(subject)
        and all(word[0].isupper() or word in _SMALL for word in subject)
        and not _OWNED.search(subject[-1])
    )
