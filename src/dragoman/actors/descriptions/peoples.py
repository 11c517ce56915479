"""Peoples by their demonyms: "three Iranians", and those who are a people of another state: "ethnic Albanians"."""

from dataclasses import replace

from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import Naming, unnamed
from dragoman.actors.phrases import Phrase
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
        is_apart = phrase.holds(self._apart)
        home = self._home(phrase, setting) or (self._owners.host(phrase) if is_apart else None)
        if is_apart or (home and home != country):
            people = unnamed(phrase.nominal(), "population", span, country=home, sector="CVL")
            return Resolved(participants=(people,), rule="people", because="a people apart")
        state = self._naming.entity(country, span, sector="CVL")
        people = replace(state, kind="population", country=country)
        return Resolved(participants=(people,), rule="people", because=f"people of {country}", alias=span.text)

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
