"""Takes names found in a text, gives the participants that they name on a day: states, bodies, persons in office."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from dragoman.actors.cast import Cast
from dragoman.knowledge.world import Name, Person, Tenure, World
from dragoman.records.participant import Alternative, Kind, Participant
from dragoman.records.slugs import slug
from dragoman.records.span import Span

# Which office a person acts in, when several are held: the most political first.
# Sectors whose people act for their state: its code is theirs. All others get a name of their own.
OF_THE_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_NAMESAKES = 5  # told at most
Tense = Literal["now", "former", "then", "elect"]

_RANK = (
    "head_of_government",
    "prime_minister",
    "head_of_state",
    "foreign",
    "defence",
    "secretary_general",
    "deputy",
    "interior",
    "finance",
)
# Roles in which bearers of a title may be, though it usually is that of another.
_TAKEN_FOR = {"head_of_state": ("head_of_government",), "foreign": ("envoy",)}


class Naming:
    """Turns names of the world into participants, on the day of the text."""

    def __init__(self, world: World) -> None:
        self._world = world

    def entity(self, id: str, span: Span, *, sector: str | None = None) -> Participant:  # noqa: A002 - the field's name
        """The state, organisation or group of that id."""
        entity = self._world.entity(id)
        return Participant(
            id=entity.id,
            name=entity.name,
            kind=entity.kind,
            country=entity.id if entity.kind == "state" else entity.country,
            sector=sector or entity.sector,
            text=span.text,
            start=span.start,
            end=span.end,
        )

    def person(self, names: Sequence[Name], span: Span, cast: Cast, *, tense: Tense = "now") -> Participant | None:
        """The person meant by a name that several may bear: one in the cast, one in office on the day, the only one."""
        bearers = [self._world.person(name.target) for name in names if name.use in {"full", "family"}]
        persons = list(dict.fromkeys(bearers))
        if not persons:
            return None
        whole = any(name.use == "full" for name in names)
        chosen = _named_before(persons, cast) or self._likeliest(persons, cast.day, whole=whole)
        return self.acting(chosen, span, cast.day, tense=tense) if chosen else None

    def acting(
        self, person: Person, span: Span, day: str | None, *, tense: Tense = "now", role: str | None = None
    ) -> Participant:
        """The person in the office held on the day; without one, as a private person of their country.

        `tense` is what the text says of the office beside the name: "former" and "elect" put it into another time, so
        that its bearer acts privately ("former President Carter"), unless another one is held by now; "then" and
        "late" speak of the time when it was held. `role` is that of the office, if the text names one.
        """
        tenure = self._tenure(person, day)
        if tense == "then" or (tenure is None and day is None and tense == "now"):
            tenure = tenure or self._held_before(person, day, role)
        elif tense in {"former", "elect"} and tenure is not None and (role is None or tenure.role in roles_of(role)):
            is_recent = tense == "elect" or _is_end_unknown(tenure)
            tenure = None if is_recent else tenure
        if tenure is None:
            return _private(person, span)
        actor = self.entity(tenure.actor, span)
        if actor.kind == "state" and tenure.sector not in OF_THE_STATE and tenure.actor != "VAT":
            return replace(_private(person, span), id=person.id, sector=tenure.sector, office=tenure.office)
        return replace(
            actor,
            sector=tenure.sector if actor.kind == "state" else (actor.sector or tenure.sector),
            person=person.name,
            office=tenure.office if " of " in tenure.office else f"{tenure.office} of {actor.name}",
        )

    def namesakes(self, names: Sequence[Name], meant: Participant, day: str | None) -> tuple[Alternative, ...]:
        """Others who bear the name, those first who hold an office on the day."""
        ids = dict.fromkeys(name.target for name in names if name.use in {"full", "family"})
        others = [person for person in map(self._world.person, ids) if person.name != meant.person]
        scored = [(0.3 if self._tenures(person, day) else 0.1, person) for person in others]
        likely = sorted(scored, key=lambda one: (-one[0], one[1].name))[:_NAMESAKES]
        return tuple(Alternative(id=person.country, name=person.name, score=score) for score, person in likely)

    def _held_before(self, person: Person, day: str | None, role: str | None) -> Tenure | None:
        """The office held last before the day, of the role if there was one."""
        begun = [tenure for tenure in person.tenures if day is None or (tenure.start or "") <= day]
        return next((one for one in reversed(begun) if one.role in roles_of(role)), begun[-1] if begun else None)

    def leader(self, actor: str, day: str | None) -> Person | None:
        """Who leads the state: whoever is head of state and of government, else the only one of them who is known.

        Where both are there and not the same, the book does not say which of them leads.
        """
        both = self.leaders(actor, day)
        return both[0] if len(both) == 1 else None

    def leaders(self, actor: str, day: str | None) -> tuple[Person, ...]:
        """The head of state and the head of government, once if they are one, as far as they are known."""
        held = (self.holder(actor, role, day) for role in ("leader", "head_of_state", "head_of_government"))
        return tuple(dict.fromkeys(person for person in held if person is not None))

    def has_held(self, name: str, role: str, day: str | None) -> bool:
        """Whether a person of the book held such an office and had left it by the day."""
        person = self._world.by_name(name)
        tenures = person.tenures if person else ()
        return any(one.role in roles_of(role) and _is_over(one, day) for one in tenures)

    def as_private(self, name: str, span: Span) -> Participant | None:
        """A person of the book as one who acts for himself."""
        person = self._world.by_name(name)
        return _private(person, span) if person else None

    def adjective(self, country: str | None) -> str | None:
        """The usual adjective of a state: "Swedish"."""
        return self._world.entity(country).adjective if country is not None else None

    def nation(self, name: str) -> str | None:
        """The state of which a known person is a national."""
        person = self._world.by_name(name)
        return person.country if person else None

    def predecessor(self, actor: str, role: str, day: str | None) -> Person | None:
        """Who left the role last before the day: "Ukraine's ousted president"."""
        held = [one for each in roles_of(role) for one in self._world.held(actor, each)]
        left = [(tenure.end, person) for tenure, person in held if tenure.end]
        ended = [one for one in left if day is not None and one[0] <= day]
        return max(ended, key=lambda one: one[0])[1] if ended else None

    def successor(self, actor: str, role: str, day: str | None) -> Person | None:
        """Who takes the role next after the day, within a year: "El Salvador's president-elect"."""
        if day is None:
            return None
        held = [one for each in roles_of(role) for one in self._world.held(actor, each)]
        coming = [(tenure.start, person) for tenure, person in held if tenure.start and day < tenure.start]
        first = min(coming, key=lambda one: one[0], default=None)
        return first[1] if first and int(first[0][:4]) - int(day[:4]) <= 1 else None

    def on_surname(self, surname: str, day: str | None) -> Person | None:
        """The one person of that surname in high office on the day: "Lord Robertson", "Mrs. Merkel"."""
        bearers = self._world.by_family(surname) if day else ()
        ranked = sorted((self._rank(person, day), person.id, person) for person in bearers)
        if not ranked or ranked[0][0] > len(_RANK) - 1:
            return None
        if len(ranked) > 1 and ranked[1][0] == ranked[0][0]:
            return None
        return ranked[0][2]

    def holder(self, actor: str, role: str, day: str | None, *, words: str = "") -> Person | None:
        """The one person who held the role that day, if the world knows exactly one.

        Who bears the very title that the words name goes before who has the role otherwise: Iran's president is not its
        head of state, India's foreign secretary not its foreign minister.
        """
        if day is None:
            return None
        titled = self._titled(actor, role, day, words.casefold()) if words else ()
        if len(titled) == 1:
            return titled[0]
        held = self._world.holders(actor, role, day)
        if role == "prime_minister" and not held:
            # Presidents who head their government themselves are no prime ministers.
            presidents = self._world.holders(actor, "head_of_state", day)
            held = tuple(p for p in self._world.holders(actor, "head_of_government", day) if p not in presidents)
        return held[0] if len(held) == 1 else None

    def _titled(self, actor: str, role: str, day: str, title: str) -> tuple[Person, ...]:
        """Who bore a title that day, in that role or in one that is taken for it."""
        roles = dict.fromkeys((role, *_TAKEN_FOR.get(role, ())))
        held = [one for each in roles for one in self._world.held(actor, each) if one[0].on(day)]
        names = ((tenure.office.casefold(), person) for tenure, person in held)
        return tuple(dict.fromkeys(p for office, p in names if office == title or office.startswith(f"{title} of ")))

    def has_chief(self, actor: str, role: str, day: str | None) -> bool:
        """Whether somebody held the role that day; in the year of a change two did."""
        return day is not None and bool(self._world.holders(actor, role, day))

    def _likeliest(self, persons: Sequence[Person], day: str | None, *, whole: bool) -> Person | None:
        """By surname alone only somebody in high office on the day is meant; a whole name is enough by itself."""
        highest = min(persons, key=lambda person: self._rank(person, day))
        if self._rank(highest, day) < len(_RANK):
            return highest
        return persons[0] if whole or (len(persons) == 1 and day is None) else None

    def _rank(self, person: Person, day: str | None) -> int:
        """How high the person's offices stand; one that is not ranked stands as high as the lowest that is."""
        roles = {tenure.role for tenure in self._tenures(person, day)}
        ranks = [_RANK.index(role) for role in roles if role in _RANK]
        return min(ranks, default=len(_RANK) - 1 if roles else len(_RANK))

    def _tenure(self, person: Person, day: str | None) -> Tenure | None:
        held = self._tenures(person, day)
        return min(held, key=lambda t: _RANK.index(t.role) if t.role in _RANK else len(_RANK), default=None)

    def _tenures(self, person: Person, day: str | None) -> Sequence[Tenure]:
        return self._world.tenures_on(person, day) if day else person.tenures[-1:]


def roles_of(role: str | None) -> tuple[str, ...]:
    """The roles under which the book keeps an office: most prime ministers head their government."""
    if role is None:
        return ()
    return (role, "head_of_government") if role == "prime_minister" else (role,)


def unnamed(
    name: str,
    kind: Kind,
    span: Span,
    *,
    country: str | None = None,
    sector: str | None = None,
    called: str | None = None,
) -> Participant:
    """Somebody whom no list knows: a stable slug of the name, and what the text says of them.

    `called` is how the record calls them, if it says more than the name that the slug is made of.
    """
    return Participant(
        id=slug(name),
        name=called or name,
        kind=kind,
        country=country,
        sector=sector,
        text=span.text,
        start=span.start,
        end=span.end,
    )


def unknown_person(name: str, span: Span, *, country: str | None = None, sector: str | None = None) -> Participant:
    """A person whom no list knows; the country only where the text says it."""
    return replace(unnamed(name, "person", span, country=country, sector=sector), person=name)


def acting_for(
    whose: Participant, span: Span, *, sector: str | None, person: str | None = None, office: str | None = None
) -> Participant:
    """Somebody who acts for a state or body: it itself, in the sector, person and office of who acts."""
    return named_at(replace(whose, sector=sector, person=person, office=office), span)


def named_at(participant: Participant, place: Span | Participant) -> Participant:
    """The same participant, named elsewhere: at a span, or where another one is named."""
    return replace(participant, text=place.text, start=place.start, end=place.end)


def _named_before(persons: Sequence[Person], cast: Cast) -> Person | None:
    known = {participant.person for participant in cast.surnames.values()}
    return next((person for person in persons if person.name in known), None)


def _is_over(tenure: Tenure, day: str | None) -> bool:
    return tenure.end is not None and (day is None or tenure.end[: len(day)] <= day)


def _is_end_unknown(tenure: Tenure) -> bool:
    """Still held when the source was read: a text that says "former" knows better."""
    return tenure.end is None


def _private(person: Person, span: Span) -> Participant:
    """A former official is one of the state's elite; who never held an office of a state is only himself."""
    has_served = any(tenure.sector in OF_THE_STATE for tenure in person.tenures)
    return Participant(
        id=(person.country if has_served else None) or person.id,
        name=person.name,
        kind="person",
        country=person.country,
        sector="ELI" if has_served and person.country else None,
        person=person.name,
        text=span.text,
        start=span.start,
        end=span.end,
    )
