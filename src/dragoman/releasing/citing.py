"""Citing: takes who made a dataset and how it is called, gives CITATION.cff, in the Citation File Format 1.2.0."""

from collections.abc import Sequence

import yaml

from dragoman.releasing.manifest import Manifest

FILE = "CITATION.cff"


def citation(manifest: Manifest, *, authors: Sequence[str], licence: str | None) -> bytes:
    """The citation. An author with a comma is a person, "Nakamura, Aiko"; one without is a body."""
    told: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": manifest.title,
        "version": manifest.name,
        "date-released": manifest.moment[:10],
        "authors": [_author(name) for name in authors],
    }
    if licence:
        told["license"] = licence
    told["references"] = [
        {
            "type": "software",
            "title": "Dragoman",
            "version": manifest.dragoman,
            "authors": [{"name": "The Dragoman authors"}],
        }
    ]
    return yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=120).encode()


def _author(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    if comma and given.strip():
        return {"family-names": family.strip(), "given-names": given.strip()}
    return {"name": name.strip()}
