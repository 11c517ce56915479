"""The words by which the parts of a text are told apart: takes `packs/documents/words.yaml`, gives `Words`, checked."""

from functools import cache
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import PackError
from dragoman.records.document import PartKind

FILE = "packs/documents/words.yaml"


class Words(BaseModel):
    """What `words.yaml` holds, key by key; the file says what each list is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    license: str
    source: str
    credit_openings: tuple[str, ...]
    picture_agencies: tuple[str, ...]
    caption_openings: tuple[str, ...]
    caption_verbs: frozenset[str]
    kickers: frozenset[str]
    byline_openings: tuple[str, ...]
    byline_words: frozenset[str]
    boilerplate_openings: tuple[str, ...]
    boilerplate_lines: frozenset[str]
    boilerplate_headings: frozenset[str]
    speech: frozenset[str]
    listing: frozenset[str]
    first_person: tuple[str, ...]
    published_openings: tuple[str, ...]
    updated_openings: tuple[str, ...]
    months: dict[int, tuple[str, ...]]
    weekdays: tuple[str, ...]
    time_words: frozenset[str]
    markup: dict[PartKind, frozenset[str]]


@cache
def words() -> Words:
    """The words as shipped, read once."""
    return read_words(files("dragoman").joinpath(FILE).read_text(encoding="utf-8"))


def read_words(text: str) -> Words:
    """Read and check the YAML of a words file; every fault is named at once."""
    try:
        return Words.model_validate(yaml.safe_load(text))
    except yaml.YAMLError as error:
        raise PackError(f"{FILE}: not YAML: {error}") from error
    except ValidationError as error:
        faults = "\n".join(f"{FILE}: {'.'.join(map(str, f['loc']))}: {f['msg']}" for f in error.errors())
        raise PackError(faults) from error
