"""Takes a noun phrase, gives the participants that it names or describes by itself: names, offices, bodies, peoples."""

from dragoman.actors.descriptions.bodies import Bodies
from dragoman.actors.descriptions.counterparts import Counterparts
from dragoman.actors.descriptions.names import KnownNames, earlier_bearer
from dragoman.actors.descriptions.near_names import NearNames
from dragoman.actors.descriptions.offices import Offices
from dragoman.actors.descriptions.others import others
from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.descriptions.peoples import Peoples
from dragoman.actors.descriptions.titles import Titles
from dragoman.actors.descriptions.unknown_names import UnknownNames
from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import World


class Describing:
    """Callable: a phrase in; who it names and how that was found, or None."""

    def __init__(self, world: World, naming: Naming, references: References) -> None:
        self._relational = references.relational
        owners = Owners(world, naming, references)
        self._offices = Offices(naming, references, owners, world)
        self._titles = Titles(world, naming, references, self._offices, owners)
        peoples = Peoples(world, naming, references, owners)
        self._names = KnownNames(world, naming, references, owners, self._titles, peoples)
        self._counterparts = Counterparts(world, naming, references, owners)
        self._bodies = Bodies(world, naming, references, owners)
        self._unknown_names = UnknownNames(references, owners)
        self._near_names = NearNames(world, naming)

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """Who the phrase names, and how that was found."""
        hit = setting.named.get(phrase.head.index)
        if hit is not None:
            resolved = self._names(phrase, hit, setting)
            if resolved is not None or (hit.names and all(name.use == "place" for name in hit.names)):
                return resolved
        if not phrase.head.tag.startswith("NN"):
            return None
        if phrase.head.relation in {"compound", "nmod"}:
            return self._bodies(phrase, setting)
        return (
            self._counterparts(phrase, setting)
            or self._offices(phrase, setting)
            or earlier_bearer(phrase, setting)
            or others(phrase, setting, self._relational)
            or self._unknown_names.of_body(phrase, setting)
            or self._bodies(phrase, setting)
            or self._titles(phrase, setting)
            or self._near_names(phrase, setting)
            or self._unknown_names(phrase, setting)
        )
