"""Naming: takes a coded document, gives who is named where in it, and of whom a passage speaks."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.acts.claims import party_of
from dragoman.records.act import Party
from dragoman.records.event import Coded
from dragoman.records.participant import Named

_FIRST_PERSON = re.compile(r"(?:we|our|ours|us|i|my|me)\b", re.IGNORECASE)
_POINTED = re.compile(r"(?:it|its|they|their|he|his|she|her)\b", re.IGNORECASE)
_POINTED_AT = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"\b(?:we|i)\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|near|from|to|into)\s+$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*(?:[’']s|[’'])?\s*")
_AND = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*n?or|[–&/-]|,?\s*(?:as well as|together with|along with))?\s*(?:the\s+)?", re.IGNORECASE
)
_OWNING = frozenset({"’s", "'s"})
_UNSURE = frozenset({"unknown", "relation", "description", "context", "unlisted"})
_POINTING = frozenset({"pronoun", "possessive"})
_PLAIN = frozenset({"name", "person", "spelling", "surname"})


@dataclass(frozen=True)
class Names:
    """Who is named in a document, in order. Made once for a document; `author` is whose text it is, by id."""

    coded: Coded
    author: str | None = None

    @cached_property
    def all(self) -> tuple[Named, ...]:
        """Mentions of states, organisations and groups that act in their own name; of two at one place the longer."""
        kept: list[Named] = []
        for named in sorted(map(self._as_meant, self.coded.named), key=lambda named: (named.start, -named.end)):
            if self._acts(named) and not (kept and named.start < kept[-1].end):
                kept.append(named)
        return tuple(kept)

    def within(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in the stretch."""
        return [named for named in self.all if start <= named.start < end]

    def place_of(self, start: int, end: int, speakers: Collection[str]) -> tuple[str, ...]:
        """The first actor that the stretch names as a place: "human rights in China"."""
        return next(
            (one.ids for one in self.within(start, end) if self._is_place(one) and not set(one.ids) & set(speakers)), ()
        )

    def own_act(self, start: int, end: int, speakers: Collection[str]) -> int | None:
        """Where the first other actor is named in a stretch that begins with a speaker; None where it does not."""
        text = self.coded.document.text
        named = self.within(start, end)
        if not named or not set(named[0].ids) <= set(speakers) or text[named[0].end : named[0].end + 2] in _OWNING:
            return None
        return next((one.start for one in named if set(one.ids) - set(speakers)), None)

    def spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Their characters."""
        return [(named.start, named.end) for named in self.within(start, end)]

    def parties(self, ids: Iterable[str], event: str = "") -> tuple[Party, ...]:
        """Those actors as an entry names them, told by an event (by id)."""
        return tuple(self._party(id_, event) for id_ in dict.fromkeys(ids))

    def spoken_of(self, start: int, end: int, speakers: Collection[str]) -> tuple[str, ...]:
        """Of whom the stretch speaks: the first actor in it, and those joined to that one, without the speakers.

        Where the speakers themselves act ("we condemn …"), it is the first one behind that.
        """
        text = self.coded.document.text
        named = [one for one in self.within(start, end) if set(one.ids) - set(speakers) and not self._is_place(one)]
        spoken = self._speakers_end(start, end, speakers)
        behind = [one for one in named if spoken is not None and one.start >= spoken]
        return _joined(text, behind or named, speakers)

    def speakers_begin(self, start: int, end: int, speakers: Collection[str]) -> bool:
        """Whether the speakers, not another actor, are named first in the stretch."""
        spoken = self._speakers_end(start, end, speakers)
        return spoken is not None and not any(
            one.end <= spoken and set(one.ids) - set(speakers) for one in self.within(start, end)
        )

    def named_again(self, start: int, end: int, before: Collection[str]) -> bool:
        """Whether the stretch describes those of whom was spoken before: "the country", "the Alliance"."""
        described = (one for one in self.coded.named if start <= one.start < end and one.rule == "description")
        return any(set(one.ids) <= set(before) for one in described)

    def outright(self, start: int, end: int, speakers: Collection[str]) -> tuple[str, ...]:
        """The first actor that is named in the stretch by a name, with those joined to it: "its members, NATO's"."""
        named = [one for one in self.within(start, end) if set(one.ids) - set(speakers) and one.rule not in _POINTING]
        return _joined(self.coded.document.text, named, speakers)

    def begins_with_pronoun(self, start: int, end: int) -> bool:
        """Whether the first actor in the stretch is only pointed at: "it", "its"."""
        begins = _POINTED.match(self.coded.document.text, start) is not None
        return begins or any(one.rule in _POINTING for one in self.within(start, end)[:1])

    def only_pointed_at(self, start: int, end: int) -> bool:
        """Whether all actors in the stretch are only pointed at: "it", "its"."""
        text = self.coded.document.text
        pointed = _POINTED_AT.search(text, start, end) is not None
        return pointed and all(one.rule in _POINTING for one in self.within(start, end))

    def _speakers_end(self, start: int, end: int, speakers: Collection[str]) -> int | None:
        """Where the speakers are first named as those who act: as "we", or before anybody else."""
        text = self.coded.document.text
        places = [start + match.end() for match in _SPEAKS.finditer(text[start:end])]
        named = self.within(start, end)
        others = min((one.start for one in named if set(one.ids) - set(speakers)), default=end)
        places += [
            one.end
            for one in named
            if one.start < others and one.rule != "possessive" and text[one.end : one.end + 2] not in _OWNING
        ]
        return min(places, default=None)

    def _as_meant(self, named: Named) -> Named:
        """In an author's own text a short name that it shares with others means the author: "the Union"."""
        if named.rule != "short" or self.author is None or self.author in named.ids:
            return named
        return replace(named, ids=(self.author,)) if self._last_word(named) in self._author_words else named

    def _last_word(self, named: Named) -> str:
        return self.coded.document.text[named.start : named.end].split()[-1]

    @cached_property
    def _author_words(self) -> frozenset[str]:
        """The last words of the author's names in the document."""
        return frozenset(
            self._last_word(one) for one in self.coded.named if one.ids == (self.author,) and one.rule in _PLAIN
        )

    def _is_place(self, named: Named) -> bool:
        text = self.coded.document.text
        owns = text[named.end : named.end + 2] in _OWNING
        return named.rule == "venue" and not owns and bool(_PLACED.search(text[max(0, named.start - 8) : named.start]))

    def _acts(self, named: Named) -> bool:
        text = self.coded.document.text
        words = text[named.start : named.end]
        others = named.rule == "sides" and _POINTED.match(words)  # "its members": who "it" is stands there by itself
        if named.rule in _UNSURE or _FIRST_PERSON.match(words) or others:
            return False
        return all(id_.isupper() or (named.rule in _PLAIN and self._is_body(id_)) for id_ in named.ids)

    def _is_body(self, id_: str) -> bool:
        return id_ in self._participants and self._participants[id_].kind not in {"person", "population"}

    def _party(self, id_: str, event: str) -> Party:
        known = self._participants.get(id_)
        if known is not None:
            return known if known.event == event else _told_by(known, event)
        named = min((one for one in self.all if id_ in one.ids), key=lambda one: one.rule != "name", default=None)
        name = self.coded.document.text[named.start : named.end] if named else id_
        return Party(id=id_, name=name, kind="state" if len(id_) == _STATE else "igo", event=event)

    @cached_property
    def _participants(self) -> dict[str, Party]:
        """Who takes part in any event, by id, without persons and offices."""
        found: dict[str, Party] = {}
        for event in (*self.coded.events, *self.coded.leads):
            for one in (*event.actors, *event.recipients, *event.said_by, *event.addressees):
                found.setdefault(one.id, party_of(one, ""))
        return {id_: _told_by(party, "") for id_, party in found.items()}


_STATE = 3  # letters of the code of a state


def _told_by(party: Party, event: str) -> Party:
    return Party(id=party.id, name=party.name, kind=party.kind, country=party.country, event=event)


def _joined(text: str, named: Sequence[Named], speakers: Collection[str]) -> tuple[str, ...]:
    """The ids of the first mention and of those that "and" or a comma joins to it."""
    ids: list[str] = []
    for place, one in enumerate(named):
        between = text[named[place - 1].end : one.start] if place else ""
        if place and not (between.strip() and _AND.fullmatch(_POSSESSIVE.sub(" ", between, count=1) or " ")):
            break
        ids += [id_ for id_ in one.ids if id_ not in speakers]
    return tuple(dict.fromkeys(ids))
