"""Peoples by their demonyms: "three Iranians", and those who are a people of another state: "ethnic Albanians"."""

from dataclasses import replace

from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import Naming, named_at, unnamed
from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import ranked
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import World
from dragoman.records.span import Span


class Peoples:
    """Callable: a phrase whose head is a demonym, and the state that it names; the people who are meant."""

    def __init__(self, world: World, naming: Naming, references: References, owners: Owners) -> None:
        self._world = world
        self._naming = naming
        self._apart = references.apart
        self._owners = owners

    def __call__(self, phrase: Phrase, country: str, span: Span, setting: Setting) -> Resolved:
        """The people of a state; "ethnic Albanians" and "the Albanians of Serbia" are people of another."""
        one = self.one_of_them(phrase, country, setting)
        if one is not None:
            return one
        is_apart = phrase.holds(self._apart)
        home = self._home(phrase, setting) or (self._owners.host(phrase) if is_apart else None)
        if is_apart or (home and home != country):
            people = unnamed(phrase.nominal(), "population", span, country=home, sector="CVL")
            return Resolved(participants=(people,), rule="people", because="a people apart")
        state = self._naming.entity(country, span, sector="CVL")
        people = replace(state, kind="population", country=country)
        return Resolved(participants=(people,), rule="people", because=f"people of {country}", alias=span.text)

    def one_of_them(self, phrase: Phrase, country: str, setting: Setting) -> Resolved | None:
        """ "the Frenchman": somebody of that nation who was named before."""
        if phrase.is_plural() or not phrase.is_definite() or phrase.head.relation in {"compound", "amod"}:
            return None
        for seen in ranked(setting.before(phrase), phrase.sentence, phrase.head):
            for one in seen.participants:
                if one.person and country in {one.country, self._naming.nation(one.person)}:
                    because = f"'{phrase.head.text}' is {one.person}"
                    participants = (named_at(one, setting.span(phrase)),)
                    return Resolved(participants=participants, rule="description", because=because, score=0.8)
        return None

    def _home(self, phrase: Phrase, setting: Setting) -> str | None:
        """The state in which they are said to live: "the Albanians of Serbia"."""
        for word, token in phrase.complements:
            hit = setting.named.get(token.index)
            if word not in {"of", "in"} or hit is None:
                continue
            for name in hit.names:
                if name.use in {"name", "capital"} and self._world.entity(name.target).kind == "state":
                    return name.target
        return None
