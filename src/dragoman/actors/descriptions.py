"""Takes a noun phrase, gives the participants that it names or describes by itself: names, offices, bodies, peoples."""

from collections.abc import Mapping
from itertools import chain

from dragoman.actors.cast import Cast
from dragoman.actors.naming import Naming, unnamed
from dragoman.actors.phrases import Phrase
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit, Office, Person, Population, World
from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Token

Resolved = tuple[tuple[Participant, ...], str]

# Sectors whose people act for their state: its code is theirs. All others get a name of their own.
_OF_THE_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_LONGEST_OFFICE = 4


class Describing:
    """Callable: a phrase in; who it names and how that was found, or None."""

    def __init__(self, world: World, naming: Naming, references: References) -> None:
        self._world = world
        self._naming = naming
        self._references = references

    def __call__(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        """Who the phrase names, and how that was found."""
        hit = named.get(phrase.head.index)
        if hit is not None:
            resolved = self._by_name(document, phrase, hit, named, cast, found)
            if resolved is not None or all(name.use == "place" for name in hit.names):
                return resolved
        if not phrase.head.tag.startswith("NN"):
            return None
        if phrase.head.relation in {"compound", "nmod"}:
            return self._body(document, phrase, named, cast, found)
        return (
            self._counterpart(document, phrase, named, cast, found)
            or self._office(document, phrase, named, cast, found)
            or self._surname(document, phrase, cast)
            or self._others(document, phrase, named, cast, found)
            or self._body(document, phrase, named, cast, found)
            or self._titled(document, phrase, named, cast, found)
            or self._unknown_name(document, phrase, named, cast, found)
        )

    # Names that the world knows.

    def _by_name(
        self,
        document: Document,
        phrase: Phrase,
        hit: Hit,
        named: Mapping[int, Hit],
        cast: Cast,
        found: Mapping[int, Mention],
    ) -> Resolved | None:
        text = document.text[hit.start : hit.end]
        uses = {name.use for name in hit.names}
        if uses & {"full", "family"}:
            person = self._naming.person(hit.names, text, hit.start, cast, former=self._is_former(phrase))
            titled = self._titled(document, phrase, named, cast, found, before=hit.start)
            if titled is not None and (
                person is None or (titled[0][0].kind == "state" and titled[0][0].id != person.id)
            ):
                return titled
            if person is not None:
                return (person,), "name of a person"
            return self._surname(document, phrase, cast)
        for name in hit.names:
            if name.use in {"name", "capital", "seat"}:
                return (
                    self._naming.entity(name.target, text, hit.start, sector=name.sector),
                ), f"{name.use} of {name.target}"
            if name.use == "demonym":
                return self._people(phrase, name.target, text, hit.start, named, cast)
            if name.use == "adjective":
                return (self._naming.entity(name.target, text, hit.start),), f"adjective of {name.target}"
        return None

    def _people(
        self, phrase: Phrase, country: str, text: str, start: int, named: Mapping[int, Hit], cast: Cast
    ) -> Resolved:
        """The people of a state; "ethnic Albanians" and "the Albanians of Serbia" are people of another."""
        home = self._home(phrase, named) or (self._host(phrase) if self._is_apart(phrase) else None)
        if self._is_apart(phrase) or (home and home != country):
            name = " ".join(token.text for token in phrase.words if token.tag.startswith(("JJ", "NN")))
            return (unnamed(name, "population", text, start, country=home, sector="CVL"),), "a people apart"
        entity = self._world.entity(country)
        people = Participant(
            id=country,
            name=entity.name,
            kind="population",
            country=country,
            sector="CVL",
            text=text,
            start=start,
            end=start + len(text),
        )
        return (people,), f"people of {country}"

    def _home(self, phrase: Phrase, named: Mapping[int, Hit]) -> str | None:
        for word, token in phrase.complements:
            hit = named.get(token.index)
            if word in {"of", "in"} and hit is not None:
                states = [
                    n.target
                    for n in hit.names
                    if n.use in {"name", "capital"} and self._world.entity(n.target).kind == "state"
                ]
                if states:
                    return states[0]
        return None

    def _is_apart(self, phrase: Phrase) -> bool:
        return any(token.lemma.lower() in self._references.apart for token in phrase.words)

    # Offices: "the Iranian foreign minister", "U.S. President Joe Biden", "her French counterpart".

    def _office(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        office = self._office_at(phrase, phrase.head.index)
        if office is None:
            return None
        whose = self._all_whose(phrase, named, cast, found)
        if not whose:
            return self._earlier_holder(document, phrase, office, cast)
        officials = tuple(self._official(document, phrase, office, one, cast) for one in whose)
        return officials, f"office '{office.words}' of {', '.join(one.id for one in whose)}"

    def _office_at(self, phrase: Phrase, last: int) -> Office | None:
        tokens = phrase.sentence.tokens
        if last == phrase.head.index:  # "the Secretary of State", "the minister of defence"
            for word, token in phrase.complements:
                words = " ".join(
                    t.text.lower() for t in tokens[token.index - 1 : token.index + 1] if t.tag.startswith(("NN", "JJ"))
                )
                for spelling in (words, token.text.lower()):
                    office = self._world.offices.get(f"{phrase.head.lemma.lower()} {word} {spelling}")
                    if office is not None:
                        return office
        for length in range(_LONGEST_OFFICE, 0, -1):
            first = last + 1 - length
            if first < max(0, phrase.first):
                continue
            words = [token.text.lower() for token in tokens[first : last + 1]]
            plain = " ".join(words)
            lemma = " ".join([*words[:-1], tokens[last].lemma.lower()])
            office = self._world.offices.get(plain) or self._world.offices.get(lemma)
            if office is not None:
                return office
        return None

    def _official(
        self, document: Document, phrase: Phrase, office: Office, whose: Participant, cast: Cast
    ) -> Participant:
        start, end = _span(phrase)
        person = (
            self._naming.holder(whose.id, office.role, cast.day)
            if office.role and not office.plural and not self._is_former(phrase)
            else None
        )
        single = phrase.head.tag not in {"NNS", "NNPS"}
        state = whose.kind == "state" or whose.kind == "igo"
        return Participant(
            id=whose.id,
            name=whose.name,
            kind=whose.kind,
            country=whose.country,
            sector=(office.sector or whose.sector) if state else whose.sector,
            person=person.name if person and single else None,
            office=f"{office.words.title()} of {whose.name}" if single else None,
            text=document.text[start:end],
            start=start,
            end=end,
        )

    def _earlier_holder(self, document: Document, phrase: Phrase, office: Office, cast: Cast) -> Resolved | None:
        """ "the president", when a president has been named before."""
        start, end = _span(phrase)
        text = document.text[start:end]
        earlier = cast.offices.get(office.words)
        if earlier is not None and phrase.is_definite():
            return (again(earlier, text, start),), f"'{text}' as named before"
        if phrase.is_definite() and cast.country and office.role:
            whose = self._naming.entity(cast.country, text, start)
            return (self._official(document, phrase, office, whose, cast),), f"'{text}' of the country spoken of"
        country = self._host(phrase)
        known = self._world.entity(country) if country else None
        name = " ".join(token.text.lower() for token in phrase.words if token.tag.startswith(("NN", "JJ")))
        participant = unnamed(name, "person", text, start, country=known.id if known else None, sector=office.sector)
        return (participant,), "office without a country"

    def _titled(
        self,
        document: Document,
        phrase: Phrase,
        named: Mapping[int, Hit],
        cast: Cast,
        found: Mapping[int, Mention],
        *,
        before: int | None = None,
    ) -> Resolved | None:
        """ "Iranian Foreign Minister Javad Zarif": an office before a name, whoever bears it."""
        if not phrase.head.tag.startswith("NNP"):
            return None
        for last in range(phrase.head.index - 1, phrase.first - 1, -1):
            office = self._office_at(phrase, last)
            if office is None or (before is not None and phrase.sentence.tokens[last].start >= before):
                continue
            whose = self._whose(phrase, named, cast, found)
            start, end = _span(phrase)
            text = document.text[start:end]
            name = " ".join(token.text for token in phrase.sentence.tokens[last + 1 : phrase.head.index + 1])
            if whose is None:
                known = self._bearer(name, office, cast)
                if known is not None:
                    return (
                        self._naming.acting(known, text, start, cast.day, former=True),
                    ), f"title '{office.words}' and name"
                if cast.only_country and before is None:
                    whose = self._naming.entity(cast.only_country, text, start)
            if whose is None:
                participant = unnamed(name, "person", text, start, country=None, sector=office.sector)
                return (_with_person(participant, name, None),), f"title '{office.words}'"
            official = self._official(document, phrase, office, whose, cast)
            return (_with_person(official, name, official.office),), f"title '{office.words}' of {whose.id}"
        return None

    def _bearer(self, name: str, office: Office, cast: Cast) -> Person | None:
        """ "President Obama": of those who bear the name, the one who held such an office, on the day if it is known."""
        bearers = [p for p in self._world.by_family(name.rsplit(maxsplit=1)[-1]) if any(t.role == office.role for t in p.tenures)]
        if cast.day is not None:
            then = [p for p in bearers if any(t.role == office.role and t.on(cast.day) for t in p.tenures)]
            bearers = then or bearers
        return max(bearers, key=lambda person: max(t.start or "" for t in person.tenures), default=None)

    def _counterpart(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        """ "her French counterpart" holds the same office as whoever was named last, for another state."""
        if phrase.head.lemma not in self._references.counterparts:
            return None
        whose = self._whose(phrase, named, cast, found, owner=False)
        if whose is None:
            return None
        start, end = _span(phrase)
        office = next(
            (
                p.office
                for m in reversed([*cast.recent, *found.values()])
                for p in m.participants
                if p.office and p.id != whose.id
            ),
            None,
        )
        role = office.split(" of ")[0] if office else "Official"
        known = self._world.offices.get(role.lower())
        person = self._naming.holder(whose.id, known.role, cast.day) if known and known.role else None
        return (
            Participant(
                id=whose.id,
                name=whose.name,
                kind=whose.kind,
                country=whose.country,
                sector="GOV",
                person=person.name if person else None,
                office=f"{role} of {whose.name}",
                text=document.text[start:end],
                start=start,
                end=end,
            ),
        ), "counterpart"

    def _others(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        """ "its allies", "Western partners": others than the one whose allies they are, a set without a name."""
        if phrase.head.lemma not in self._references.relational:
            return None
        start, end = _span(phrase)
        text = document.text[start:end]
        if phrase.owner is not None:
            whose = found[phrase.owner.index].participants if phrase.owner.index in found else ()
            after = [
                token for token in phrase.words if token.index > phrase.owner.index and token.tag not in {"POS", "CD"}
            ]
            words = " ".join(token.text for token in after)
            name = f"{whose[0].name} {words}" if whose else words
        else:
            name = " ".join(token.text for token in phrase.words if token.tag not in {"DT", "CD", "PDT"})
        return (unnamed(name, "group", text, start, country=None, sector="GOV"),), f"others: '{phrase.head.text}'"

    # Bodies and peoples without names: "Turkish troops", "the government", "protesters in Nairobi".

    def _body(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        body = self._body_at(phrase)
        if body is None:
            return None
        whose = self._whose(phrase, named, cast, found)
        start, end = _span(phrase)
        text = document.text[start:end]
        if whose is None and not body.needs_country:
            single = phrase.head.tag not in {"NNS", "NNPS"} or body.sector in {"COP", "MIL"}
            is_bare = body.sector in {"COP", "MIL"} and not phrase.modifiers
            is_ours = single and (phrase.is_definite() or is_bare) and body.sector in _OF_THE_STATE
            spoken_of = cast.country if is_ours else None
            country = self._host(phrase) or cast.only_country or spoken_of
            whose = self._naming.entity(country, text, start) if country else None
        if whose is not None and (
            body.sector in _OF_THE_STATE
            or whose.kind in {"igo", "group"}
            or (body.needs_country and body.sector == "GOV")
        ):
            owners = self._all_whose(phrase, named, cast, found) or (whose,)
            return tuple(self._part_of(one, body, text, start) for one in owners), f"'{body.words}' of {whose.id}"
        if body.needs_country and whose is None:
            return None
        words = " ".join([*body.words.split()[:-1], phrase.head.text.lower()])
        adjective = _adjective(phrase)
        name = words if not adjective or words.startswith(adjective.lower()) else f"{adjective} {words}"
        country = whose.country if whose else None
        kind = "group" if body.kind == "state" else body.kind  # forces of no known state
        return (unnamed(name, kind, text, start, country=country, sector=body.sector),), f"'{body.words}'"

    def _body_at(self, phrase: Phrase) -> Population | None:
        for length in (3, 2, 1):
            body = self._world.nouns.get(phrase.ending(length))
            if body is None and length == 1:
                body = self._world.nouns.get(phrase.head.text.lower())
            if body is not None:
                return body
        return None

    def _part_of(self, whose: Participant, body: Population, text: str, start: int) -> Participant:
        sector = body.sector if whose.kind == "state" else whose.sector
        return Participant(
            id=whose.id,
            name=whose.name,
            kind=whose.kind,
            country=whose.country,
            sector=sector,
            text=text,
            start=start,
            end=start + len(text),
        )

    # Names that no list knows.

    def _surname(self, document: Document, phrase: Phrase, cast: Cast) -> Resolved | None:
        earlier = cast.surnames.get(phrase.head.text) if phrase.head.tag.startswith("NNP") else None
        if earlier is None:
            return None
        start, end = _span(phrase)
        return (again(earlier, document.text[start:end], start),), f"surname of {earlier.person}"

    def _unknown_name(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        if not phrase.head.tag.startswith("NNP") or not phrase.head.text[:1].isupper():
            return None
        if phrase.head.text.lower() in self._references.not_names:
            return None
        words = [
            token
            for token in phrase.words
            if token.tag.startswith(("NNP", "HYPH", "POS")) or (token.text[:1].isupper() and token.tag != "DT")
        ]
        name = " ".join(token.text for token in words)
        ending = self._references.name_endings.get(phrase.head.text.lower().rstrip("."))
        whose = self._whose(phrase, named, cast, found)
        start, end = _span(phrase)
        text = document.text[start:end]
        country = whose.country if whose else None
        if ending is not None and whose is not None and ending in _OF_THE_STATE:
            body = Population(words=name, sector=ending, kind="organisation", plural=False)
            return (self._part_of(whose, body, text, start),), f"body of {whose.id}"
        if ending is not None:
            return (unnamed(name, "organisation", text, start, country=country, sector=ending),), "name of a body"
        if len(words) < 2 or whose is not None or any(token.index in named for token in words):
            return None
        participant = unnamed(name, "person", text, start, country=country, sector=None)
        return (_with_person(participant, name, None),), "name of somebody"

    # Whose office, troops, decision it is.

    def _whose(
        self, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention], *, owner: bool = True
    ) -> Participant | None:
        """The state or body that an adjective, a possessor, "of" or an apposition names beside the phrase's head."""
        tokens = phrase.sentence.tokens
        own = {id(named[phrase.head.index])} if phrase.head.index in named else set()
        inner = [
            t
            for t in self._beside(phrase)
            if t.index in named and id(named[t.index]) not in own and not self._is_against(phrase, t)
        ]
        opening = {"of", "from"} if phrase.head.relation in {"nsubj", "nsubjpass"} else {"of"}
        after = [token for word, token in phrase.complements if word in opening and token.index in named]
        candidates = list(chain(reversed(inner), after))
        for token in sorted(candidates, key=lambda t: not self._names_state(named[t.index])):
            hit = named[token.index]
            for name in hit.names:
                if name.use in {"name", "adjective", "demonym", "capital", "seat"}:
                    return self._naming.entity(name.target, "", hit.start)
                if name.use in {"full", "family"}:
                    person = self._naming.person(hit.names, "", hit.start, cast)
                    if person is not None and person.country:
                        return self._naming.entity(person.country, "", hit.start) if person.kind == "state" else person
        if owner and phrase.owner is not None and phrase.owner.index in found:
            return next((p for p in found[phrase.owner.index].participants if p.country or p.kind == "igo"), None)
        for word, token in phrase.complements:
            if word == "of" and tokens[token.index].index in found:
                return found[token.index].participants[0]
        return None

    def _all_whose(
        self, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> tuple[Participant, ...]:
        """Every state named: "the ministers of A, B and C", "Thai and Cambodian generals"."""
        first = self._whose(phrase, named, cast, found)
        if first is None:
            return ()
        tokens = phrase.sentence.tokens
        plural = phrase.head.tag in {"NNS", "NNPS"}
        several = [found[t.index].participants for word, t in phrase.complements if word == "of" and t.index in found]
        if plural and several and len(several[0]) > 1 and first.id in {p.id for p in several[0]}:
            return several[0]  # "the leaders of these three countries"
        heads = [
            token.index for token in self._beside(phrase) if token.relation in {"amod", "compound", "nmod", "poss"}
        ]
        heads += [token.index for word, token in phrase.complements if word == "of"]
        joined = (
            [i for head in heads if head in named for i in _conjuncts(phrase, head) if i in named] if plural else []
        )
        owners = {first.id: first}
        for index in joined:
            state = next((n for n in named[index].names if n.use in {"name", "adjective", "capital"}), None)
            if state is not None:
                owner = self._naming.entity(state.target, "", tokens[index].start)
                owners.setdefault(owner.id, owner)
        return tuple(owners.values())

    def _beside(self, phrase: Phrase) -> list[Token]:
        """The words before the head; of "Israeli helicopters and tanks" the first one's serve the second too."""
        tokens = phrase.sentence.tokens
        first = phrase.head
        while first.relation == "conj" and tokens[first.head].tag.startswith("NN"):
            first = tokens[first.head]
        shared = (
            [tokens[child] for child in phrase.sentence.children[first.index] if child < first.index]
            if first is not phrase.head
            else []
        )
        return [*shared, *(token for token in phrase.words if token.index != phrase.head.index)]

    def _is_against(self, phrase: Phrase, token: Token) -> bool:
        """ "anti-Syria", "pro-Russian": the name tells a stance, not whose one is."""
        before = phrase.sentence.tokens[max(0, token.index - 2) : token.index]
        return bool(before) and before[0].lemma.lower() in self._references.apart and before[-1].text in {"-", "–"}

    def _names_state(self, hit: Hit) -> bool:
        return any(
            n.use in {"name", "adjective", "demonym"} and self._world.entity(n.target).kind == "state"
            for n in hit.names
        )

    def _host(self, phrase: Phrase) -> str | None:
        """The state in which the phrase's bearers are said to be: "protesters in Nairobi"."""
        for word, token in phrase.complements:
            place = self._world.place(token.text) if word in {"in", "at", "near", "outside"} else None
            if place is not None and place.country:
                return place.country
        return None

    def _is_former(self, phrase: Phrase) -> bool:
        return any(token.lemma.lower().rstrip("-") in self._references.former for token in phrase.words)


def _conjuncts(phrase: Phrase, index: int) -> list[int]:
    found = [index]
    for child in phrase.sentence.children[index]:
        if phrase.sentence.tokens[child].relation == "conj":
            found += _conjuncts(phrase, child)
    return found


def _span(phrase: Phrase) -> tuple[int, int]:
    """The offsets of the phrase without its article."""
    tokens: list[Token] = phrase.words
    while len(tokens) > 1 and tokens[0].tag in {"DT", "PDT", "HYPH", "``", "''", ","}:
        tokens = tokens[1:]
    return tokens[0].start, tokens[-1].end


def again(participant: Participant, text: str, start: int) -> Participant:
    """The same participant, named anew elsewhere."""
    return Participant(
        id=participant.id,
        name=participant.name,
        kind=participant.kind,
        country=participant.country,
        sector=participant.sector,
        person=participant.person,
        office=participant.office,
        text=text,
        start=start,
        end=start + len(text),
    )


def _with_person(participant: Participant, person: str, office: str | None) -> Participant:
    return Participant(
        id=participant.id,
        name=participant.name,
        kind=participant.kind,
        country=participant.country,
        sector=participant.sector,
        person=participant.person or person,
        office=office,
        text=participant.text,
        start=participant.start,
        end=participant.end,
    )


def _adjective(phrase: Phrase) -> str:
    """The words that tell whose they are, as the text has them: "Turkish" of "Turkish drone makers"."""
    return " ".join(
        token.text for token in phrase.words[:-1] if token.text[:1].isupper() and token.tag.startswith(("JJ", "NN"))
    )
