"""Takes a pack's ontology.yaml and cameo.csv, gives types with their modes, quads, codes and Goldstein values."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.frame_shapes import CameoRow, OntologyFile
from dragoman.knowledge.rows import read_csv, read_yaml
from dragoman.records.event import Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type: its quad class, its own CAMEO code, the CAMEO code of each mode, and what it means."""

    quad: Quad
    cameo: str
    modes: dict[str, str]
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """The types by name, contexts and sectors with their meaning, and the Goldstein value of each CAMEO code."""

    types: dict[str, EventType]
    contexts: dict[str, str]
    sectors: dict[str, str]
    goldstein: dict[str, float]

    @property
    def codes(self) -> dict[str, tuple[str, Quad, float]]:
        """For each type its own CAMEO code, quad class and Goldstein value."""
        return {name: (known.cameo, known.quad, self.goldstein[known.cameo]) for name, known in self.types.items()}

    def code(self, type_: str, mode: str | None, given: str | None) -> str:
        """The CAMEO code of an event: the frame's own, else the mode's, else the type's."""
        known = self.types[type_]
        return given or known.modes.get(mode or "", known.cameo)


def read_ontology(folder: Path) -> Ontology:
    """The ontology of a pack's folder.

    Raises:
        PackError: a type or mode names a CAMEO code that cameo.csv lacks.
    """
    shape = read_yaml(folder / "ontology.yaml", OntologyFile)
    # A code without a value of its own takes that of its root: "1823" has GDELT's value, "0874" that of "08".
    rows = read_csv(folder / "cameo.csv", CameoRow)
    own = {row.code: row.goldstein for row in rows}
    goldstein = {
        code: next((v for n in range(len(code), 1, -1) if (v := own.get(code[:n])) is not None), 0.0) for code in own
    }
    types = {
        name: EventType(
            quad=known.quad,
            cameo=known.cameo,
            modes={mode: described.cameo for mode, described in known.modes.items()},
            description=known.description,
        )
        for name, known in shape.types.items()
    }
    missing = [
        f"ontology.yaml: {name} names the CAMEO code '{code}', which cameo.csv lacks"
        for name, known in types.items()
        for code in (known.cameo, *known.modes.values())
        if code not in goldstein
    ]
    if missing:
        raise PackError("\n".join(missing))
    return Ontology(types=types, contexts=shape.contexts, sectors=shape.sectors, goldstein=goldstein)
