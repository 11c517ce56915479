"""Names of states that are misspelled, or spelled as nobody else does: "Afganistan"."""

from functools import cached_property

from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.actors.spelling import Spellings
from dragoman.knowledge.world import World

_SHORTEST = 6  # letters: of shorter words too many are near one another


class NearNames:
    """Callable: a phrase in; the state whose name the head is nearly, or None."""

    def __init__(self, world: World, naming: Naming) -> None:
        self._world = world
        self._naming = naming

    @cached_property
    def _states(self) -> dict[str, str]:
        """The ids of states by their names; gathered with the first unknown name, not when the book is opened."""
        states = (entity for entity in self._world.entities if entity.kind == "state")
        return {state.name: state.id for state in states if len(state.name) >= _SHORTEST}

    @cached_property
    def _spellings(self) -> Spellings:
        return Spellings(self._states)

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The state, if one name alone is as near as a slip of the pen."""
        word = phrase.head.text
        if (
            phrase.head.index in setting.named
            or not phrase.is_name()
            or len(word) < _SHORTEST
            or phrase.modifiers
            or not word[:1].isupper()
        ):
            return None
        near = self._spellings.nearest(word)
        if near is None:
            return None
        state = self._naming.entity(self._states[near], setting.span(phrase))
        because = f"'{word}' is nearly '{near}'"
        return Resolved(participants=(state,), rule="spelling", because=because, alias=near, score=0.6)
