"""Names that the world or the text knows: states, bodies, capitals, demonyms, persons."""

from dataclasses import replace

from dragoman.actors.descriptions.offices import tense_of
from dragoman.actors.descriptions.owners import Owners, is_origin
from dragoman.actors.descriptions.peoples import Peoples
from dragoman.actors.descriptions.titles import Titles
from dragoman.actors.naming import Naming, acting_for, named_at
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.actors.standing import is_venue
from dragoman.actors.weighing import alternatives, weighed
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit, Name, World
from dragoman.records.participant import Participant, Rule
from dragoman.records.sentence import Token
from dragoman.records.span import Span

_TITLES = frozenset({
    "Mr", "Mrs", "Ms", "Dr", "President", "Minister", "Secretary", "Chancellor", "General", "Senator", "Premier",
    "King", "Queen", "Prince", "Princess", "Pope", "Lord", "Sir", "Lady", "Sheikh", "Colonel", "Admiral", "Ambassador",
    "Governor",
})  # fmt: skip
_MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod"})
_RULES: dict[str, Rule] = {"name": "name", "capital": "capital", "body": "body"}


class KnownNames:
    """Callable: a phrase and the name of the world that its head lies in; who is meant, or None."""

    def __init__(
        self, world: World, naming: Naming, references: References, owners: Owners, titles: Titles, peoples: Peoples
    ) -> None:
        self._world = world
        self._naming = naming
        self._references = references
        self._occasions = references.not_names
        self._owners = owners
        self._titles = titles
        self._peoples = peoples

    def __call__(self, phrase: Phrase, hit: Hit, setting: Setting) -> Resolved | None:
        """Who is named: a person where the name may be one, else what it names first."""
        if any(name.use in {"full", "family"} for name in hit.names):
            return self._person(phrase, hit, setting)
        names = weighed(self._world, hit.names, setting.cast)
        for name, score in names:
            resolved = self._named(phrase, name, setting.name_span(hit), setting)
            if resolved is not None:
                others = alternatives(self._world, names, setting.cast)
                return replace(resolved, score=min(1.0, score), others=others)
        return None

    def _named(self, phrase: Phrase, name: Name, span: Span, setting: Setting) -> Resolved | None:
        """Who is meant by the words, read as this name."""
        because = f"{name.use} of {name.target}"
        is_modifier = phrase.head.relation in _MODIFYING and name.use in {"demonym", "adjective", "name"}
        if is_modifier and is_origin(phrase.sentence, phrase.head, self._references.origins):
            return None
        if name.use in {"demonym", "adjective"}:
            return self._of_people(phrase, name, span, setting)
        if name.use not in _RULES:
            return None
        if self._may_be_venue(name) and is_venue(phrase.sentence, phrase.head, self._occasions):
            entity = self._naming.entity(name.target, span, sector=name.sector)
            because += ", where something is"
            return Resolved(participants=(entity,), rule="venue", because=because, alias=name.text)
        owner = self._owner(phrase, name, setting)
        if owner is not None:
            body = acting_for(owner, setting.span(phrase), sector=name.sector)
            return Resolved(participants=(body,), rule="body", because=f"'{name.text}' of {owner.id}", alias=name.text)
        sector = "GOV" if name.use == "capital" else name.sector
        entity = self._naming.entity(name.target, span, sector=sector)
        return Resolved(participants=(entity,), rule=_RULES[name.use], because=because, alias=name.text)

    def _of_people(self, phrase: Phrase, name: Name, span: Span, setting: Setting) -> Resolved | None:
        """A people, one of them who was named before, or the state whose adjective it is."""
        if name.use == "demonym":
            is_modifier = phrase.head.relation in _MODIFYING
            return None if is_modifier else self._peoples(phrase, name.target, span, setting)
        one = self._peoples.one_of_them(phrase, name.target, setting)
        if one is not None:
            return one
        entity = self._naming.entity(name.target, span)
        because = f"adjective of {name.target}"
        return Resolved(participants=(entity,), rule="adjective", because=because, alias=name.text)

    def _owner(self, phrase: Phrase, name: Name, setting: Setting) -> Participant | None:
        """ "the African Union's Security Council", "the Latvian Constitutional Court": another's than the book says."""
        if name.use != "body":
            return None
        owner = self._owners.first(phrase, setting)
        if owner is None and name.shared:
            host = self._owners.host(phrase)
            owner = self._naming.entity(host, setting.span(phrase)) if host else None
        return owner if owner and owner.kind in {"igo", "state"} and owner.id != name.target else None

    def _may_be_venue(self, name: Name) -> bool:
        """Towns and seats, and states themselves: "a meeting in Cameroon"."""
        return name.use in {"capital", "body"} or self._world.entity(name.target).kind == "state"

    def _person(self, phrase: Phrase, hit: Hit, setting: Setting) -> Resolved | None:
        tense = tense_of(phrase, self._references)
        person = self._naming.person(hit.names, setting.name_span(hit), setting.cast, tense=tense)
        titled = self._titles(phrase, setting, before=hit.start)
        if titled is not None and (person is None or _is_another(titled.participants[0], person)):
            return titled
        if person is not None:
            because = "name of a person"
            others = self._naming.namesakes(hit.names, person, setting.cast.day)
            alias = hit.names[0].text
            score = 0.95 if others else 1.0
            return Resolved(
                participants=(person,), rule="person", because=because, alias=alias, score=score, others=others
            )
        return earlier_bearer(phrase, setting)


def earlier_bearer(phrase: Phrase, setting: Setting) -> Resolved | None:
    """Whoever the text has named before by a whole name that holds this surname, whatever the parser takes it for."""
    earlier = setting.cast.surnames.get(phrase.head.text) if phrase.head.text[:1].isupper() else None
    if earlier is None or _is_namesake(phrase, earlier):
        return None
    participants = (named_at(earlier, setting.span(phrase)),)
    return Resolved(participants=participants, rule="surname", because=f"surname of {earlier.person}")


def _is_namesake(phrase: Phrase, earlier: Participant) -> bool:
    """ "Marina Litvinenko" after "Alexander Litvinenko": a first name stands before that is not the other's."""
    before = phrase.sentence.tokens[phrase.head.index - 1] if phrase.head.index else None
    if before is None or before.tag != "NNP" or before.head != phrase.head.index or before.text.endswith("."):
        return False
    words = (earlier.person or "").lower().split()
    is_other = before.text.lower() not in words and before.text.isalpha()
    return before.index >= phrase.first and is_other and _is_first_name(before)


def _is_first_name(token: Token) -> bool:
    """No title: those are lower-cased elsewhere, or stand in the lists of offices that were asked before."""
    return token.text[:1].isupper() and token.text not in _TITLES


def _is_another(titled: Participant, person: Participant) -> bool:
    """Whether the title acts for another state than the known person of that name: it is a namesake."""
    return titled.kind == "state" and titled.id != person.id
