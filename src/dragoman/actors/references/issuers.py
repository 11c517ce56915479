"""Papers that speak: "NATO's communiqué", "the document" stand for whoever issued them."""

from collections.abc import Container

from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting


def issuer(phrase: Phrase, setting: Setting, documents: Container[str]) -> Resolved | None:
    """The possessor of the paper, a name in its title, or who issued the paper spoken of before."""
    if phrase.head.lemma.lower() not in documents:
        return None
    for token in (*([phrase.owner] if phrase.owner else []), *phrase.modifiers):
        beside = setting.found.get(token.index)
        # A capital in a paper's title says where it was made: "the Madrid Summit Declaration".
        if beside is not None and not beside.because.startswith(("capital of", "name of somebody")):
            return beside.participants, f"issuer of '{phrase.head.text}'"
    if phrase.is_definite() and setting.cast.document:
        return setting.cast.document, f"issuer of '{phrase.head.text}', as before"
    return None
