"""Definite descriptions: "the kingdom", "the West African country", "the cartel", "its eastern neighbour"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase, spelled
from dragoman.actors.references.salience import Seen, ranked
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.world import World
from dragoman.records.participant import Participant
from dragoman.records.sentence import Token

_TELLING = ("JJ", "NN", "VB")
_OF_BODIES = frozenset({"noun", "body", "office", "context"})
_NAMING_STATES = frozenset({"in", "of", "from"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom a description may mean: by kind, by sector, and by id where only some are so called."""

    words: str
    kinds: frozenset[str]
    sectors: frozenset[str]
    ids: frozenset[str] | None
    country: str | None = None

    def fits(self, one: Participant) -> bool:
        """Whether the description may be said of the participant."""
        if self.ids is not None and one.id not in self.ids:
            return False
        if self.country is not None and one.country != self.country:
            return False
        if self.sectors:
            return one.kind in {"group", "organisation"} and one.sector in self.sectors
        return not self.kinds or one.kind in self.kinds


class Described:
    """Callable: a phrase in; whoever was named before and may be so described, the one spoken of most; or None."""

    def __init__(self, world: World, naming: Naming) -> None:
        self._naming = naming
        self._known = world.descriptions
        self._several = {words.rsplit(maxsplit=1)[-1] for words in self._known.together} | self._known.halves.keys()

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """Who is described: a state, a body, a group."""
        together = self._together(phrase, setting)
        if together is not None:
            return together
        neighbour = self._neighbour(phrase, setting)
        if neighbour is not None:
            return neighbour
        wanted = self._wanted(phrase, setting)
        if wanted is None:
            return None
        excluded = _doers(phrase, setting)
        before = [one for one in setting.before(phrase) if excluded.isdisjoint(p.id for p in one.participants)]
        likely = ranked(before, phrase.sentence, phrase.head)
        chosen = _first(_by_name(likely), wanted) or _first(likely, wanted)
        if chosen is None:
            chosen = self._named_anywhere(wanted, phrase, setting)
        if chosen is None:
            return None
        if chosen.kind == "state":
            chosen = replace(chosen, sector=None, person=None, office=None)
        because = f"'the {wanted.words}' is {chosen.id}"
        return Resolved(participants=(chosen,), rule="description", because=because, alias=wanted.words, score=0.8)

    def _together(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """ "the two Koreas"."""
        if phrase.head.text.lower() not in self._several:
            return None
        words = spelled([t for t in phrase.words if t.tag not in {"DT", "PRP$"}]).lower()
        ids = self._known.together.get(words) or self._half(phrase, setting)
        if not ids:
            return None
        states = tuple(self._naming.entity(id_, setting.span(phrase)) for id_ in ids)
        return Resolved(participants=states, rule="collective", because=f"'{words}'", alias=words)

    def _half(self, phrase: Phrase, setting: Setting) -> tuple[str, ...]:
        """ "the North" where the text speaks of South Korea."""
        if not phrase.head.text[:1].isupper() or not phrase.is_definite() or phrase.modifiers or phrase.complements:
            return ()
        halves = self._known.halves.get(phrase.head.text.lower(), {})
        return next(((half,) for spoken_of, half in halves.items() if spoken_of in setting.cast.counts), ())

    def _wanted(self, phrase: Phrase, setting: Setting) -> Wanted | None:
        """Whom the words allow; None if they are no description, or tell of somebody who was not named."""
        if phrase.owner is not None or not phrase.is_definite() or (phrase.is_plural() and not self._is_sector(phrase)):
            return None
        if any(word in _NAMING_STATES for word, _ in phrase.complements):
            return None
        noun, telling = self._noun(phrase, setting)
        if noun is None:
            return None
        ids = frozenset(self._known.ids[noun]) if noun in self._known.ids else None
        sectors = set() if noun in self._known.ids else set(self._known.sectors.get(noun, ()))
        for words in telling:
            known = self._known.adjectives.get(words)
            if known is not None:
                ids = known if ids is None else ids & known
            elif words in self._known.sectors:
                sectors |= set(self._known.sectors[words])  # "the separatist group"
            elif words not in self._known.idle and not self._tells_people(words, noun, phrase):
                return None
        return Wanted(
            words=" ".join([*telling, noun]),
            kinds=frozenset(self._known.kinds.get(noun, ())),
            sectors=frozenset(sectors),
            ids=ids,
            country=self._nation(phrase, setting),
        )

    def _tells_people(self, word: str, noun: str, phrase: Phrase) -> bool:
        """ "the Basque group": an adjective of a people, of which the book need not know who they are."""
        is_group = "group" in self._known.kinds.get(noun, ()) or noun in self._known.sectors
        return is_group and any(t.text.lower() == word and t.text[:1].isupper() for t in phrase.modifiers)

    def _is_sector(self, phrase: Phrase) -> bool:
        return phrase.head.lemma.lower() in self._known.sectors

    def _nation(self, phrase: Phrase, setting: Setting) -> str | None:
        """The state whose adjective stands before the noun: "the Chinese telecoms giant"."""
        for token in phrase.modifiers:
            hit = setting.named.get(token.index)
            is_former = (
                phrase.sentence.tokens[token.index - 1].text.lower() in {"former", "ex"} if token.index else False
            )
            if hit is not None and not is_former and not _is_based(phrase, token):
                return next((name.target for name in hit.names if name.use in {"adjective", "name"}), None)
        return None

    def _noun(self, phrase: Phrase, setting: Setting) -> tuple[str | None, list[str]]:
        """The longest noun of the lists at the end of the phrase, and the adjectives before it, two taken as one."""
        words = [
            t
            for t in phrase.words
            if (t.tag.startswith(_TELLING) or (t.tag in {"CD", "IN"} and t is not phrase.head))
            and not _is_based(phrase, t)
        ]
        told = [token.text.lower() for token in words[:-1]] + [phrase.head.lemma.lower()]
        for length in (2, 1):
            noun = " ".join(told[-length:])
            if noun in self._known.ids or noun in self._known.kinds or noun in self._known.sectors:
                states = {t.text.lower() for t in words if _names_somebody(setting, t)}
                return noun, [w for w in self._adjectives(told[: len(told) - length]) if w not in states]
        return None, []

    def _adjectives(self, words: list[str]) -> list[str]:
        """The words before the noun, joined where two make one adjective of the lists: "west african"."""
        found: list[str] = []
        for word in words:
            both = f"{found[-1]} {word}" if found else ""
            if both in self._known.adjectives:
                found[-1] = both
            else:
                found.append(word)
        return found

    def _named_anywhere(self, wanted: Wanted, phrase: Phrase, setting: Setting) -> Participant | None:
        """Of some who are so called the only one whom the text names, be it later: "The alliance …, NATO said"."""
        if wanted.ids is None or wanted.country is not None:
            return None
        named = wanted.ids & setting.cast.named
        return self._naming.entity(next(iter(named)), setting.span(phrase)) if len(named) == 1 else None

    def _neighbour(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """ "its eastern neighbour": only where a state has one that is beyond doubt."""
        if phrase.head.lemma.lower() not in {"neighbour", "neighbor"} or phrase.owner is None:
            return None
        owner = setting.found.get(phrase.owner.index)
        if owner is None or len(owner.participants) != 1 or phrase.is_plural():
            return None
        known = self._known.neighbours.get(owner.participants[0].country or "", {})
        for token in phrase.modifiers:
            id_ = known.get(token.text.lower())
            if id_ is not None:
                neighbour = self._naming.entity(id_, setting.span(phrase))
                because = f"the {token.text.lower()} neighbour of {owner.participants[0].id}"
                return Resolved(participants=(neighbour,), rule="description", because=because, score=0.8)
        return None


def _doers(phrase: Phrase, setting: Setting) -> set[str]:
    """Who does what is done to the phrase: "China, which had asked the communist state", asked another one."""
    tokens = phrase.sentence.tokens
    if phrase.head.relation not in {"dobj", "dative", "pobj"}:
        return set()
    verb = tokens[phrase.head.head]
    while verb.relation == "prep" or (verb.tag.startswith("NN") and verb.relation in {"dobj", "pobj"}):
        verb = tokens[verb.head]
    heads = phrase.sentence.below(verb.index, "nsubj")
    heads += [verb.head] if verb.relation == "relcl" else []
    return {one.id for head in heads if head in setting.found for one in setting.found[head].participants}


def _names_somebody(setting: Setting, token: Token) -> bool:
    """Whether the word names a state or body; "Baltic" and "Gulf" are only places."""
    hit = setting.named.get(token.index)
    return hit is not None and any(name.use != "place" for name in hit.names)


def _is_based(phrase: Phrase, token: Token) -> bool:
    """ "the London-based group": where it sits tells nobody apart."""
    tokens = phrase.sentence.tokens
    return token.text.lower() == "based" or any(
        one.text.lower() == "based" for one in tokens[token.index + 1 : token.index + 3]
    )


def _by_name(likely: Iterable[Seen]) -> Iterator[Seen]:
    """Those named by themselves or by a person, not by their troops and ministries."""
    return (one for one in likely if one.rule not in _OF_BODIES)


def _first(likely: Iterable[Seen], wanted: Wanted) -> Participant | None:
    for one in likely:
        if not one.joined and len(one.participants) == 1 and wanted.fits(one.participants[0]):
            return one.participants[0]
    return None
