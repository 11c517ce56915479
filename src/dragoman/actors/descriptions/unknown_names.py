"""Names that no list knows: "the Sunrise Party", "Amina Njoroge"."""

from calendar import day_name, month_name
from collections.abc import Sequence

from dragoman.actors.descriptions.bodies import part_of
from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import OF_THE_STATE, unknown_person, unnamed
from dragoman.actors.phrases import Phrase, spelled
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.records.sentence import Token

_CALENDAR = frozenset({*day_name, *month_name})


class UnknownNames:
    """Callable: a phrase in; the body or person whose name it looks like, or None."""

    def __init__(self, references: References, owners: Owners) -> None:
        self._endings = references.name_endings
        self._not_names = references.not_names
        self._owners = owners

    def of_body(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """A body with a name of several words of its own: "the South African Transport and Allied Workers Union"."""
        own = [t for t in phrase.words[:-1] if t.tag.startswith("NNP") and t.index not in setting.named]
        is_body = phrase.head.text.lower() in self._endings and phrase.is_name() and phrase.head.text[:1].isupper()
        return self(phrase, setting) if is_body and len(own) > 1 else None

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """A body, if the name ends as bodies' names do ("Party"); somebody, if several capitalised words make it."""
        head = phrase.head.text
        if (
            not phrase.is_name()
            or not head[:1].isupper()
            or {head.lower(), phrase.head.lemma.lower()} & self._not_names
        ):
            return None
        words = [token for token in phrase.words if _is_of_name(token)]
        while words and words[0].text in _CALENDAR:
            words = words[1:]
        if not words:
            return None
        name = spelled(_whole(phrase, words))
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
        if whose is not None and not _is_described(phrase, words):
            return None
        own = [token for token in words if token.index not in setting.named]
        if len(own) < 2 or (whose is None and len(own) < len(words)):
            return None
        somebody = unknown_person(spelled(own), span, country=whose.country if whose else None)
        return Resolved(participants=(somebody,), rule="unknown", because="name of somebody", score=0.6)


def _is_described(phrase: Phrase, words: Sequence[Token]) -> bool:
    """ "The Chinese billionaire Jack Ma": a common noun tells that a person of that state is named."""
    return any(token.tag == "NN" and token not in words for token in phrase.words)


def _whole(phrase: Phrase, words: Sequence[Token]) -> Sequence[Token]:
    """With the small words inside: "Transport and Allied Workers Union"."""
    between = phrase.sentence.tokens[words[0].index : words[-1].index + 1]
    return between if all(token in words or token.tag in {"CC", "IN"} for token in between) else words


def _is_of_name(token: Token) -> bool:
    return token.tag.startswith(("NNP", "HYPH", "POS")) or (token.text[:1].isupper() and token.tag != "DT")
