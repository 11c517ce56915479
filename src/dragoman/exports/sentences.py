"""Sentences: takes an act or an event, gives it in one line: "Japan and NATO meet (planned)".

The words are those of packs/exports/phrases.yaml. The line says no more than type, mode, sides and status: what was
agreed or asked stands in the passage.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import Field

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.records.act import Act, Party
from dragoman.records.event import Event
from dragoman.records.participant import Participant


class Phrase(Shape):
    """What is said of one actor, of several, and before the recipients."""

    one: str
    more: str
    to: str = ""


class TypePhrase(Phrase):
    """The phrase of a type, and those of some of its modes."""

    modes: dict[str, Phrase] = Field(default_factory=dict)


class PhrasesFile(Shape):
    """phrases.yaml."""

    other: Phrase
    types: dict[str, TypePhrase]


def act_sentence(act: Act | Event) -> str:
    """One line. Who acts is "Somebody" where nobody is named; "occurred" is not said.

    A type of one's own pack, for which there is no phrase, stands before the line: "TRADE: Japan acts towards NATO".
    """
    phrase = _phrase(act.type, act.mode)
    actors, recipients = _names(act.actors) or ("Somebody",), _names(act.recipients)
    line = f"{_listed(actors)} {phrase.more if len(actors) > 1 else phrase.one}"
    if recipients:
        line = " ".join(filter(None, (line, phrase.to, _listed(recipients))))
    if act.type not in shipped_phrases().types:
        line = f"{act.type}: {line}"
    return line if act.status == "occurred" else f"{line} ({act.status})"


def _phrase(type_: str, mode: str | None) -> Phrase:
    of_type = shipped_phrases().types.get(type_)
    if of_type is None:
        return shipped_phrases().other
    return of_type.modes.get(mode or "", of_type)


def _names(sides: Sequence[Party] | Sequence[Participant]) -> tuple[str, ...]:
    """Each name once: several bodies of one state act as that state."""
    return tuple(dict.fromkeys(side.name for side in sides))


def _listed(names: Sequence[str]) -> str:
    """ "Japan", "Japan and NATO", "Japan, NATO and Poland"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@cache
def shipped_phrases() -> PhrasesFile:
    """What phrases.yaml says."""
    return read_yaml(Path(str(files("dragoman.packs") / "exports")) / "phrases.yaml", PhrasesFile)
