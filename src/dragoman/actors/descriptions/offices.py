"""Offices and whose they are: "the Iranian foreign minister", "the Secretary of State", "the president"."""

from collections.abc import Container

from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import Naming, acting_for, named_at, unnamed
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Office, World
from dragoman.records.participant import Participant

_LONGEST_OFFICE = 4  # words


class Offices:
    """Callable: a phrase in; the officials whom its head names, or None if it is no office."""

    def __init__(self, world: World, naming: Naming, references: References, owners: Owners) -> None:
        self._world = world
        self._naming = naming
        self._former = references.former
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The official of each state named beside the office; without one, who was named in that office before."""
        office = self.at(phrase, phrase.head.index)
        if office is None:
            return None
        owners = self._owners.all(phrase, setting)
        if not owners:
            return self._unowned(phrase, office, setting)
        officials = tuple(self.official(phrase, office, owner, setting) for owner in owners)
        because = f"office '{office.words}' of {', '.join(owner.id for owner in owners)}"
        return Resolved(participants=officials, rule="office", because=because, alias=office.words)

    def at(self, phrase: Phrase, last: int) -> Office | None:
        """The office that ends at a token of the phrase; the head's own may go on behind it."""
        behind = self._with_complement(phrase) if last == phrase.head.index else None
        return behind or self._ending_at(phrase, last)

    def official(self, phrase: Phrase, office: Office, whose: Participant, setting: Setting) -> Participant:
        """Who holds the office for a state or body; the person too, where one phrase means one who is known."""
        is_one = not phrase.is_plural()
        person = None
        if is_one and office.role and not office.plural and not is_former(phrase, self._former):
            person = self._naming.holder(whose.id, office.role, setting.cast.day)
        is_political = whose.kind in {"state", "igo"}
        return acting_for(
            whose,
            setting.span(phrase),
            sector=(office.sector or whose.sector) if is_political else whose.sector,
            person=person.name if person else None,
            office=f"{office.words.title()} of {whose.name}" if is_one else None,
        )

    def _with_complement(self, phrase: Phrase) -> Office | None:
        """ "the Secretary of State", "the minister of defence"."""
        for word, token in phrase.complements:
            two = phrase.sentence.tokens[token.index - 1 : token.index + 1]
            words = " ".join(t.text.lower() for t in two if t.tag.startswith(("NN", "JJ")))
            for spelling in (words, token.text.lower()):
                office = self._world.offices.get(f"{phrase.head.lemma.lower()} {word} {spelling}")
                if office is not None:
                    return office
        return None

    def _ending_at(self, phrase: Phrase, last: int) -> Office | None:
        """The longest office whose last word is the token, as it stands or in dictionary form."""
        tokens = phrase.sentence.tokens
        for first in range(max(phrase.first, last + 1 - _LONGEST_OFFICE), last + 1):
            words = [token.text.lower() for token in tokens[first : last + 1]]
            lemma = [*words[:-1], tokens[last].lemma.lower()]
            office = self._world.offices.get(" ".join(words)) or self._world.offices.get(" ".join(lemma))
            if office is not None:
                return office
        return None

    def _unowned(self, phrase: Phrase, office: Office, setting: Setting) -> Resolved:
        """ "the president": one named before, or that of the country spoken of; else nobody's."""
        span, cast = setting.span(phrase), setting.cast
        earlier = cast.offices.get(office.words)
        if earlier is not None and phrase.is_definite():
            because = f"'{span.text}' as named before"
            return Resolved(participants=(named_at(earlier, span),), rule="office", because=because, alias=office.words)
        if phrase.is_definite() and cast.country and office.role:
            whose = self._naming.entity(cast.country, span)
            official = self.official(phrase, office, whose, setting)
            because = f"'{span.text}' of the country spoken of"
            return Resolved(participants=(official,), rule="context", because=because, alias=office.words)
        host = self._owners.host(phrase)
        somebody = unnamed(phrase.nominal().lower(), "person", span, country=host, sector=office.sector)
        because = "office without a country"
        return Resolved(participants=(somebody,), rule="office", because=because, alias=office.words)


def is_former(phrase: Phrase, former: Container[str]) -> bool:
    """Whether a word such as "former" or "ex-" stands in the phrase."""
    return any(token.lemma.lower().rstrip("-") in former for token in phrase.words)
