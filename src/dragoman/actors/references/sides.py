"""Several named before: "the two leaders", "both sides", "the trio", "the former … the latter"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import Seen, ranked
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import World
from dragoman.records.participant import Participant
from dragoman.records.sentence import Token

_TELLING = frozenset({"JJ", "NNP", "VBN"})  # what tells others apart: "Western leaders"
_BY_NAME = frozenset({"name", "person", "title", "surname", "capital", "spelling"})
_FIRST, _SECOND = "former", "latter"
_BOTH = "both"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Sides:
    """Callable: a phrase in; those named before whom it counts or calls together, or None."""

    def __init__(self, world: World, references: References) -> None:
        self._world = world
        self._sides = references.sides
        self._states = references.states
        self._governments = references.governments
        self._numbers = references.numbers
        self._parties = references.parties

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """As many as the phrase says, named in one breath if such are; without a number those named together last."""
        one = _one_of_two(phrase, setting)
        if one is not None:
            return one
        own = self._own_states(phrase, setting)
        if own is not None:
            return own
        counted = self._counted_alone(phrase)
        if counted is None and not self._tells_of_sides(phrase):
            return None
        before = _without_doer(phrase, setting, self._of_region(phrase, setting.before(phrase)))
        likely = ranked(before, phrase.sentence, phrase.head)
        wanted = counted or self._wanted(phrase)
        groups = self._groups(phrase, likely)
        if wanted is None:
            chosen = groups[0] if groups else _same_breath(likely)
        else:
            chosen = _together(wanted, groups) or self._members(wanted, likely, setting)
            chosen = chosen or _latest(wanted, self._fitting(phrase, likely))
        because = f"'{' '.join(token.text for token in phrase.words)}'"
        chosen = tuple(self._as_called(phrase, one) for one in chosen)
        return Resolved(participants=chosen, rule="sides", because=because) if len(chosen) > 1 else None

    def _own_states(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """ "their countries" are the states of those who are meant by "their"."""
        if phrase.owner is None or phrase.head.lemma not in self._states or not phrase.is_plural():
            return None
        owner = setting.found.get(phrase.owner.index)
        if owner is None or owner.rule != "possessive" or len(owner.participants) < 2:
            return None
        states = tuple(self._as_called(phrase, one) for one in owner.participants if one.kind == "state")
        because = f"the '{phrase.head.text}' of those before"
        return Resolved(participants=states, rule="sides", because=because) if len(states) > 1 else None

    def _counted_alone(self, phrase: Phrase) -> int | None:
        """How many "the trio", "the pair", "the four" are."""
        if phrase.head.text.lower() == _BOTH:
            return None if _leads_a_pair(phrase) else 2
        is_all = any(token.lemma.lower() == "all" for token in phrase.words)
        if not (phrase.is_definite() or is_all) or any(token.tag in _TELLING for token in phrase.modifiers):
            return None
        word = phrase.head.lemma.lower()
        if phrase.head.tag == "CD" or (phrase.head.text[:1].isupper() and word in self._numbers):
            return self._numbers.get(word)
        return self._parties.get(word) if not phrase.complements else None

    def _tells_of_sides(self, phrase: Phrase) -> bool:
        """Whether it is a plural such as "sides" that nothing but a number tells apart: no "Western leaders"."""
        if not phrase.is_plural() or not self._is_side(phrase):
            return False
        if not phrase.is_definite() and not any(token.lemma in self._numbers for token in phrase.words):
            return False
        told = [t for t in phrase.modifiers if t.tag in _TELLING and t.lemma.lower() not in self._numbers]
        regions = self._world.descriptions.adjectives
        if told and phrase.holds(self._numbers) and all(t.text.lower() in regions for t in told):
            return True  # "the two Baltic states"
        return not told or phrase.ending(2) in self._world.offices

    def _of_region(self, phrase: Phrase, before: Iterable[Seen]) -> list[Seen]:
        """Those of whom the adjective may be said: "the two Baltic states"."""
        regions = [self._world.descriptions.adjectives.get(t.text.lower()) for t in phrase.modifiers]
        ids = next((region for region in regions if region is not None), None)
        return [one for one in before if ids is None or all(p.country in ids for p in one.participants)]

    def _members(self, wanted: int, likely: Iterable[Seen], setting: Setting) -> tuple[Participant, ...]:
        """ "the four leaders" of the Quad: the members of a grouping of so many that was named before."""
        for one in likely:
            if one.joined or len(one.participants) > 1 or one.participants[0].kind != "igo":
                continue
            members = self._world.members(one.participants[0].id, setting.cast.day)
            if len(members) == wanted:
                entities = [self._world.entity(member) for member in members]
                grouping = one.participants[0]
                return tuple(
                    replace(grouping, id=e.id, name=e.name, kind=e.kind, country=e.id, sector=None) for e in entities
                )
        return ()

    def _is_side(self, phrase: Phrase) -> bool:
        """Whether the noun is one for sides, or counts holders of an office: "the two prime ministers"."""
        if phrase.head.lemma.lower() in self._sides:
            return True
        is_counted = phrase.is_definite() and phrase.holds(self._numbers)
        return is_counted and any(phrase.ending(length) in self._world.offices for length in (3, 2, 1))

    def _wanted(self, phrase: Phrase) -> int | None:
        """How many the phrase says, or what stands behind it: "the leaders of these three countries"."""
        for token in phrase.words:
            if token.lemma.lower() in self._numbers:
                return self._numbers[token.lemma.lower()]
        for _, complement in phrase.complements:
            for token in _before(phrase, complement):
                if token.lemma in self._numbers:
                    return self._numbers[token.lemma]
        return None

    def _fitting(self, phrase: Phrase, likely: Iterable[Seen]) -> list[Seen]:
        """Of the sort that the noun tells of: states, or persons in office where some are."""
        seen = [one for one in likely if not one.joined]
        if phrase.head.lemma in self._states:
            return [one for one in seen if all(p.kind == "state" for p in one.participants)]
        persons = [one for one in seen if all(p.person for p in one.participants)]
        return persons if len({p.person for one in persons for p in one.participants}) > 1 else seen

    def _groups(self, phrase: Phrase, likely: Iterable[Seen]) -> list[tuple[Participant, ...]]:
        """Those named together before, of the sort that the noun tells of, the likeliest first."""
        groups = [one.participants for one in likely if len(one.participants) > 1]
        if phrase.head.lemma in self._states:
            return [group for group in groups if all(one.kind == "state" for one in group)]
        # "the two presidents" are persons, if two have been named together
        return [group for group in groups if all(one.person or one.office for one in group)] or groups

    def _as_called(self, phrase: Phrase, one: Participant) -> Participant:
        """ "both countries" of two presidents are their states; "both governments" act as such."""
        if one.kind != "state":
            return one
        word = phrase.head.lemma.lower()
        office = self._world.offices.get(word)
        if office is not None and one.sector is None:
            return replace(one, sector=office.sector)
        if word in self._governments:
            return replace(one, sector="GOV", person=None, office=None)
        return replace(one, sector=None, person=None, office=None) if word in self._states else one


def _without_doer(phrase: Phrase, setting: Setting, before: Iterable[Seen]) -> list[Seen]:
    """Those before a phrase but for who does something to it: "Malaysia called on both sides" is not on itself."""
    doers = _doers(phrase, setting)
    return [one for one in before if not doers & {participant.id for participant in one.participants}]


def _doers(phrase: Phrase, setting: Setting) -> set[str]:
    """The ids of the subject of the verb of which the phrase is the object, or that goes on with "on"."""
    tokens, verb = phrase.sentence.tokens, phrase.sentence.tokens[phrase.head.head]
    if phrase.head.relation == "pobj" and verb.lemma in {"on", "upon"}:
        verb = tokens[verb.head]
    elif phrase.head.relation in _SUBJECTS and _is_asked(phrase, verb):
        verb = tokens[verb.head]  # "urged both to sign"
    elif phrase.head.relation != "dobj":
        return set()
    subjects = [child for child in phrase.sentence.children[verb.index] if tokens[child].relation in _SUBJECTS]
    found = [setting.found[child] for child in subjects if child in setting.found and child < phrase.head.index]
    return {participant.id for resolved in found for participant in resolved.participants}


def _leads_a_pair(phrase: Phrase) -> bool:
    """Whether "both" belongs to two things behind it: "both at sea and in space"."""
    behind = phrase.sentence.tokens[phrase.head.index + 1 :]
    return any(token.text.lower() == "and" for token in behind) and phrase.head.relation not in _SUBJECTS


def _is_asked(phrase: Phrase, verb: Token) -> bool:
    """Whether the verb above asks for it: who "said both sides should sign" may be one of them."""
    return verb.relation in {"ccomp", "xcomp"} and phrase.sentence.to_of(verb.index) is not None


def _one_of_two(phrase: Phrase, setting: Setting) -> Resolved | None:
    """ "the former", "the latter": the first and the second of two named before."""
    word = phrase.head.text.lower()
    if word not in {_FIRST, _SECOND} or not phrase.is_definite():
        return None
    pair = _pair(phrase, setting)
    if len(pair) < 2:
        return None
    chosen = pair[0] if word == _FIRST else pair[1]
    return Resolved(participants=(chosen,), rule="sides", because=f"'the {word}' of two named before")


def _pair(phrase: Phrase, setting: Setting) -> tuple[Participant, ...]:
    """The two of whom one is the former: named in one breath, else the first two of the nearest sentence with two."""
    before = [one for one in setting.before(phrase) if one.rule not in {"pronoun", "possessive", "sides"} or one.joined]
    for sentence in sorted({one.sentence for one in before}, reverse=True):
        here = [one for one in before if one.sentence == sentence]
        joined = [one for one in here if one.joined and len(one.participants) == 2]
        if joined:
            return max(joined, key=lambda one: one.weight).participants
        named = sorted((one for one in here if not one.joined), key=lambda one: one.head)
        for fits in (_is_named, _is_spoken_of, _is_one):
            fitting = [one for one in named if fits(one)]
            distinct = {p.id: p for one in reversed(fitting) for p in one.participants}
            pair = tuple(reversed(distinct.values()))
            if len(pair) == 2:
                return pair
            if len(pair) > 2:
                return tuple(sorted(_heaviest(fitting), key=lambda p: p.start))
    return ()


def _is_one(one: Seen) -> bool:
    return not one.several and one.rule != "venue"


def _is_spoken_of(one: Seen) -> bool:
    """Not only by the way, as an adjective or possessor."""
    return _is_one(one) and one.weight >= 1.0


def _is_named(one: Seen) -> bool:
    return not one.several and one.weight >= 1.0 and one.rule in _BY_NAME


def _heaviest(named: Iterable[Seen]) -> list[Participant]:
    """The two spoken of most."""
    seen: dict[str, Participant] = {}
    for one in sorted(named, key=lambda one: -one.weight):
        for participant in one.participants:
            seen.setdefault(participant.id, participant)
    return list(seen.values())[:2]


def _together(wanted: int, groups: Iterable[tuple[Participant, ...]]) -> tuple[Participant, ...]:
    """The likeliest of those named in one breath who are as many."""
    return next((group for group in groups if len({participant.id for participant in group}) == wanted), ())


def _latest(wanted: int, likely: Sequence[Seen]) -> tuple[Participant, ...]:
    """As many of those spoken of, the likeliest first."""
    latest = _each_once(likely)
    return latest[:wanted] if len(latest) >= wanted else ()


def _each_once(likely: Iterable[Seen]) -> tuple[Participant, ...]:
    """The states, bodies and persons spoken of, each once, the likeliest first; possessors and adjectives count too."""
    seen: dict[str, Participant] = {}
    for one in likely:
        for participant in one.participants:
            if participant.kind in {"state", "group", "person"}:
                seen.setdefault(participant.id, participant)
    return tuple(seen.values())


def _same_breath(likely: Sequence[Seen]) -> tuple[Participant, ...]:
    """The persons named in one sentence: "Kishida, Biden and Yoon … the leaders"."""
    last = max((one.sentence for one in likely), default=0)
    for sentence in (last, last - 1):
        here = sorted((one for one in likely if one.sentence == sentence), key=lambda one: one.head)
        persons = {p.person: p for one in here for p in one.participants if p.person}
        if len(persons) > 1:
            return tuple(persons.values())
    return ()


def _before(phrase: Phrase, token: Token) -> list[Token]:
    return [phrase.sentence.tokens[child] for child in phrase.sentence.children[token.index] if child < token.index]
