"""Others: "its allies", "Western partners" are others than the one whose allies they are, a set without a name."""

from collections.abc import Container

from dragoman.actors.naming import unnamed
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting

_ANYBODY = frozenset({"critic", "supporter", "backer", "opponent", "client"})


def others(phrase: Phrase, setting: Setting, relational: Container[str]) -> Resolved | None:
    """The set that the phrase tells of, if its head is one of the relational nouns."""
    if phrase.head.lemma not in relational:
        return None
    name = _name(phrase, setting)
    sector = None if phrase.head.lemma in _ANYBODY else "GOV"
    some = unnamed(name, "group", setting.span(phrase), sector=sector)
    return Resolved(participants=(some,), rule="relation", because=f"others: '{phrase.head.text}'")


def _name(phrase: Phrase, setting: Setting) -> str:
    """ "Japan allies", whether the text says "Japan's allies" or "its allies"."""
    if phrase.owner is None:
        return " ".join(token.text for token in phrase.words if token.tag not in {"DT", "CD", "PDT"})
    after = [t for t in phrase.words if t.index > phrase.owner.index and t.tag not in {"POS", "CD"}]
    words = " ".join(token.text for token in after)
    owner = setting.found.get(phrase.owner.index)
    return f"{owner.participants[0].name} {words}" if owner else words
