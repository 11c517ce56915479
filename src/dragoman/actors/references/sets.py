"""Sets without a name: "like-minded countries", "Western states"."""

from dragoman.actors.naming import unnamed
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References

_UNTOLD = frozenset({"DT", "PDT", "CD", "PRP$", "IN"})


def unnamed_set(phrase: Phrase, setting: Setting, references: References) -> Resolved | None:
    """The set that the text tells apart from all others by a word before the noun."""
    if phrase.head.lemma.lower() not in references.unnamed_sets or phrase.head.tag != "NNS":
        return None
    if not any(t.tag.startswith(("JJ", "NN", "VB")) and t.lemma not in references.numbers for t in phrase.modifiers):
        return None
    # "like" in "like-minded" is tagged as a preposition
    first = next(token for token in phrase.words if token.tag not in _UNTOLD or token.lemma == "like")
    span = setting.document.span(first.start, phrase.head.end)
    states = unnamed(span.text, "group", span, sector="GOV")
    return Resolved(participants=(states,), rule="set", because=f"set of '{phrase.head.text}'")
