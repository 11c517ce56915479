"""Names that no list knows: "the Sunrise Party", "Amina Njoroge"."""

from dragoman.actors.descriptions.bodies import OF_THE_STATE, part_of
from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import unknown_person, unnamed
from dragoman.actors.phrases import Phrase, spelled
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.records.sentence import Token


class UnknownNames:
    """Callable: a phrase in; the body or person whose name it looks like, or None."""

    def __init__(self, references: References, owners: Owners) -> None:
        self._endings = references.name_endings
        self._not_names = references.not_names
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """A body, if the name ends as bodies' names do ("Party"); somebody, if several capitalised words make it."""
        head = phrase.head.text
        if not phrase.is_name() or not head[:1].isupper() or head.lower() in self._not_names:
            return None
        words = [token for token in phrase.words if _is_of_name(token)]
        name = spelled(words)
        whose = self._owners.first(phrase, setting)
        span = setting.span(phrase)
        sector = self._endings.get(head.lower().rstrip("."))
        if sector is not None and whose is not None and sector in OF_THE_STATE:
            participants = (part_of(whose, span, sector=sector),)
            return Resolved(participants=participants, rule="noun", because=f"body of {whose.id}", alias=head)
        if sector is not None:
            country = whose.country if whose else None
            body = unnamed(name, "organisation", span, country=country, sector=sector)
            return Resolved(participants=(body,), rule="unknown", because="name of a body")
        if len(words) < 2 or whose is not None or any(token.index in setting.named for token in words):
            return None
        return Resolved(participants=(unknown_person(name, span),), rule="unknown", because="name of somebody")


def _is_of_name(token: Token) -> bool:
    return token.tag.startswith(("NNP", "HYPH", "POS")) or (token.text[:1].isupper() and token.tag != "DT")
