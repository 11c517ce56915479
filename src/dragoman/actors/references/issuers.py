"""Papers that speak: "NATO's communiqué", "the document" stand for whoever issued them."""

from collections.abc import Container

from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.records.participant import Mention


def issuer(phrase: Phrase, setting: Setting, documents: Container[str]) -> Resolved | None:
    """The possessor of the paper, a name in its title, or who issued the paper spoken of before."""
    if phrase.head.lemma.lower() not in documents:
        return None
    for token in (*([phrase.owner] if phrase.owner else []), *phrase.modifiers):
        beside = setting.found.get(token.index)
        # A capital in a paper's title says where it was made: "the Madrid Summit Declaration".
        if beside is not None and beside.rule not in {"capital", "venue"} and not _is_unknown_person(beside):
            because = f"issuer of '{phrase.head.text}'"
            return Resolved(participants=beside.participants, rule="issuer", because=because)
    if phrase.is_definite() and setting.cast.document:
        because = f"issuer of '{phrase.head.text}', as before"
        return Resolved(participants=setting.cast.document, rule="issuer", because=because)
    return None


def _is_unknown_person(mention: Mention) -> bool:
    return mention.rule == "unknown" and mention.participants[0].kind == "person"
