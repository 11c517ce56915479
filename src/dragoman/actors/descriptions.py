"""Takes a noun phrase, gives the participants that it names or describes by itself: names, offices, bodies, peoples."""

from collections.abc import Mapping
from itertools import chain

from dragoman.actors.cast import Cast
from dragoman.actors.naming import Naming, unnamed
from dragoman.actors.phrases import Phrase
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit, Office, Population, World
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
            if resolved is not None:
                return resolved
        if phrase.head.relation in {"compound", "nmod"} or not phrase.head.tag.startswith("NN"):
            return None
        return (
            self._counterpart(document, phrase, named, cast, found)
            or self._office(document, phrase, named, cast, found)
            or self._surname(document, phrase, cast)
            or self._body(document, phrase, named, cast, found)
            or self._titled(document, phrase, named, cast, found)
            or self._unknown_name(document, phrase, named, cast, found)
        )

    # Names that the world knows.

    def _by_name(
        self, document: Document, phrase: Phrase, hit: Hit, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        text = document.text[hit.start : hit.end]
        uses = {name.use for name in hit.names}
        if uses & {"full", "family"}:
            person = self._naming.person(hit.names, text, hit.start, cast, former=self._is_former(phrase))
            titled = self._titled(document, phrase, named, cast, found)
            if titled is not None and (person is None or (uses == {"family"} and titled[0][0].id != person.id)):
                return titled
            if person is not None:
                return (person,), "name of a person"
            return self._surname(document, phrase, cast)
        for name in hit.names:
            if name.use in {"name", "capital", "seat"}:
                return (self._naming.entity(name.target, text, hit.start, sector=name.sector),), f"{name.use} of {name.target}"
            if name.use == "demonym":
                return (self._people(name.target, text, hit.start),), f"people of {name.target}"
            if name.use == "adjective":
                return (self._naming.entity(name.target, text, hit.start),), f"adjective of {name.target}"
        return None

    def _people(self, country: str, text: str, start: int) -> Participant:
        entity = self._world.entity(country)
        return Participant(
            id=country, name=entity.name, kind="population", country=country, sector="CVL", text=text, start=start, end=start + len(text)
        )

    # Offices: "the Iranian foreign minister", "U.S. President Joe Biden", "her French counterpart".

    def _office(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        office = self._office_at(phrase, phrase.head.index)
        if office is None:
            return None
        whose = self._whose(phrase, named, cast, found)
        if whose is None:
            return self._earlier_holder(document, phrase, office, cast)
        return (self._official(document, phrase, office, whose, cast),), f"office '{office.words}' of {whose.id}"

    def _office_at(self, phrase: Phrase, last: int) -> Office | None:
        tokens = phrase.sentence.tokens
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

    def _official(self, document: Document, phrase: Phrase, office: Office, whose: Participant, cast: Cast) -> Participant:
        start, end = _span(phrase)
        person = self._naming.holder(whose.id, office.role, cast.day) if office.role and not office.plural and not self._is_former(phrase) else None
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
        participant = unnamed(office.words, "person", text, start, country=known.id if known else None, sector=office.sector)
        return (participant,), "office without a country"

    def _titled(
        self, document: Document, phrase: Phrase, named: Mapping[int, Hit], cast: Cast, found: Mapping[int, Mention]
    ) -> Resolved | None:
        """ "Iranian Foreign Minister Javad Zarif": an office before a name, whoever bears it."""
        if not phrase.head.tag.startswith("NNP"):
            return None
        for last in range(phrase.head.index - 1, phrase.first - 1, -1):
            office = self._office_at(phrase, last)
            if office is None:
                continue
            whose = self._whose(phrase, named, cast, found)
            start, end = _span(phrase)
            text = document.text[start:end]
            name = " ".join(token.text for token in phrase.sentence.tokens[last + 1 : phrase.head.index + 1])
            if whose is None:
                participant = unnamed(name, "person", text, start, country=None, sector=office.sector)
                return (_with_person(participant, name, None),), f"title '{office.words}'"
            official = self._official(document, phrase, office, whose, cast)
            return (_with_person(official, name, official.office),), f"title '{office.words}' of {whose.id}"
        return None

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
            (p.office for m in reversed([*cast.recent, *found.values()]) for p in m.participants if p.office and p.id != whose.id), None
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
            country = self._host(phrase) or (cast.country if phrase.is_definite() and body.sector in _OF_THE_STATE else None)
            whose = self._naming.entity(country, text, start) if country else None
        if whose is not None and (body.sector in _OF_THE_STATE or whose.kind in {"igo", "group"} or (body.needs_country and body.sector == "GOV")):
            return (self._part_of(whose, body, text, start),), f"'{body.words}' of {whose.id}"
        if body.needs_country and whose is None:
            return None
        words = " ".join([*body.words.split()[:-1], phrase.head.text.lower()])
        name = f"{_adjective(whose, phrase)} {words}" if whose else words
        country = whose.country if whose else None
        return (unnamed(name, body.kind, text, start, country=country, sector=body.sector),), f"'{body.words}'"

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
            id=whose.id, name=whose.name, kind=whose.kind, country=whose.country, sector=sector, text=text, start=start, end=start + len(text)
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
        words = [token for token in phrase.words if token.tag.startswith(("NNP", "HYPH", "POS")) or token.text[:1].isupper()]
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
        inner = [token for token in phrase.words if token.index in named and token.index != phrase.head.index]
        after = [token for word, token in phrase.complements if word in {"of", "for", "from", "in"}]
        for token in chain(reversed(inner), (token for token in after if token.index in named)):
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

    def _host(self, phrase: Phrase) -> str | None:
        """The state in which the phrase's bearers are said to be: "protesters in Nairobi"."""
        for word, token in phrase.complements:
            place = self._world.place(token.text) if word in {"in", "at", "near", "outside"} else None
            if place is not None and place.country:
                return place.country
        return None

    def _is_former(self, phrase: Phrase) -> bool:
        return any(token.lemma.lower().rstrip("-") in self._references.former for token in phrase.words)


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


def _adjective(whose: Participant, phrase: Phrase) -> str:
    """The words that tell whose they are, as the text has them: "Turkish" of "Turkish drone makers"."""
    capitals = [token.text for token in phrase.words[:-1] if token.text[:1].isupper() and token.tag != "DT"]
    return " ".join(capitals) or whose.name
