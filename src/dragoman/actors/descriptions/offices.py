"""Offices and whose they are: "the Iranian foreign minister", "the Secretary of State", "the president"."""

from dataclasses import replace

from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.descriptions.titled import titled
from dragoman.actors.descriptions.wording import worded
from dragoman.actors.home import home_of, sender_of
from dragoman.actors.naming import OF_THE_STATE, Naming, Tense, acting_for, named_at, unnamed
from dragoman.actors.phrases import Phrase, spelled
from dragoman.actors.references.salience import SUBJECT, ranked
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Office, Person, World
from dragoman.records.participant import Kind, Participant

_LONGEST_OFFICE = 4  # words
_CHIEF, _UNITED_NATIONS = "secretary_general", "UN"
_CHIEFS = frozenset({_CHIEF, "deputy_secretary_general"})
_SEATED = frozenset({"JUD", "COP", "LEG"})  # "a judge in Nairobi" is a Kenyan one, "a diplomat in Geneva" no Swiss

_SMALL = frozenset({"of", "for", "the", "and", "to"})


class Offices:
    """Callable: a phrase in; the officials whom its head names, or None if it is no office."""

    def __init__(self, naming: Naming, references: References, owners: Owners, world: World) -> None:
        self._world = world
        self._naming = naming
        self._references = references
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The official of each state named beside the office; without one, who was named in that office before."""
        office = self.at(phrase, _before_elect(phrase, self._references))
        if office is None:
            return None
        owners = self._owners.all(phrase, setting)
        if not owners:
            return self._unowned(phrase, office, setting)
        officials = tuple(self.official(phrase, office, owner, setting) for owner in owners)
        because = f"office '{office.words}' of {', '.join(owner.id for owner in owners)}"
        return Resolved(participants=officials, rule="office", because=because, alias=office.words, score=0.95)

    def at(self, phrase: Phrase, last: int) -> Office | None:
        """The office that ends at a token of the phrase; the head's own may go on behind it."""
        behind = self._with_complement(phrase) if last == phrase.head.index else None
        return behind or self._ending_at(phrase, last)

    def official(self, phrase: Phrase, office: Office, whose: Participant, setting: Setting) -> Participant:
        """Who holds the office for a state or body; the person too, where one phrase means one who is known."""
        is_one = not phrase.is_plural() and not office.plural
        tense = tense_of(phrase, self._references)
        is_political = whose.kind in {"state", "igo"}
        if whose.kind == "state" and not acts_for_state(office, whose):
            return self._private(phrase, office, whose, setting)
        official = acting_for(
            whose,
            setting.span(phrase),
            sector=(office.sector or whose.sector or "GOV") if is_political else whose.sector,
            office=f"{_as_title(office.words)} of {whose.name}" if not phrase.is_plural() else None,
        )
        if not is_one:
            return official
        person = self._holder(office, whose, setting, tense)
        if tense in {"former", "elect"} and is_political and office.role:
            name = person.name if person else None
            return replace(official, kind="person", sector="ELI", person=name, office=None)
        return replace(official, person=person.name if person else None)

    def _private(self, phrase: Phrase, office: Office, whose: Participant, setting: Setting) -> Participant:
        """A journalist, dissident or businessman of a state: one of its people, not the state itself."""
        known = self._holder(office, whose, setting, tense_of(phrase, self._references))
        person = known if known is not None and not phrase.is_plural() else None
        kind: Kind = "population" if phrase.is_plural() else "person"
        somebody = unnamed(
            person.name if person else _described(phrase),
            kind,
            setting.span(phrase),
            country=whose.country,
            sector=office.sector,
            called=None if person else worded(phrase, adjective=self._naming.adjective(whose.country)),
        )
        return replace(somebody, person=person.name if person else None)

    def _holder(self, office: Office, whose: Participant, setting: Setting, tense: Tense) -> Person | None:
        """Who holds it on the day, or was the last to leave it; a leader is whoever leads, by whatever title."""
        if not office.role:
            return None
        day = setting.cast.day
        if tense == "former":
            return self._naming.predecessor(whose.id, office.role, day)
        if tense == "elect":
            return self._naming.successor(whose.id, office.role, day)
        holder = self._naming.holder(whose.id, office.role, day, words=office.words)
        if holder is None and office.role == "leader":
            return self._leader_named(whose, setting) or self._naming.leader(whose.id, day)
        return holder

    def _leader_named(self, whose: Participant, setting: Setting) -> Person | None:
        """Of a state's leader: whoever of its head of state and of government the text has named."""
        named = {one.person for seen in setting.cast.recent for one in seen.participants if one.id == whose.id}
        named |= {one.person for m in setting.found.values() for one in m.participants if one.id == whose.id}
        leaders = self._naming.leaders(whose.id, setting.cast.day)
        return next((person for person in leaders if person.name in named), None)

    def _for_body(self, phrase: Phrase, office: Office, setting: Setting) -> Resolved | None:
        """ "a spokesman said": of the state, body or firm that acts in the sentences before."""
        for seen in ranked(setting.before(phrase), phrase.sentence, phrase.head):
            one = seen.participants[0]
            if seen.several or one.person or one.kind not in {"state", "igo", "group", "organisation"}:
                continue
            if seen.weight < SUBJECT or seen.rule == "venue":
                continue
            official = self.official(phrase, office, one, setting)
            because = f"'{setting.span(phrase).text}' of {one.id}, which is spoken of"
            return Resolved(participants=(official,), rule="context", because=because, alias=office.words, score=0.7)
        return None

    def _with_complement(self, phrase: Phrase) -> Office | None:
        """ "the Secretary of State", "the minister of defence"."""
        for word, token in phrase.complements:
            two = phrase.sentence.tokens[token.index - 1 : token.index + 1]
            words = " ".join(t.text.lower() for t in two if t.tag.startswith(("NN", "JJ")))
            for spelling in (words, token.text.lower()):
                office = self._world.offices.get(f"{phrase.head.lemma.lower()} {word} {spelling}")
                if office is not None:
                    return office
        return None

    def _ending_at(self, phrase: Phrase, last: int) -> Office | None:
        """The longest office whose last word is the token, as it stands or in dictionary form."""
        tokens = phrase.sentence.tokens
        for first in range(max(phrase.first, last + 1 - _LONGEST_OFFICE), last + 1):
            words = [token.text.lower() for token in tokens[first : last + 1]]
            lemma = [*words[:-1], tokens[last].lemma.lower()]
            office = self._world.offices.get(" ".join(words)) or self._world.offices.get(" ".join(lemma))
            if office is not None:
                return office
        return None

    def _unowned(self, phrase: Phrase, office: Office, setting: Setting) -> Resolved | None:
        """ "the president": one named before, or that of the country spoken of; else nobody's."""
        span, cast = setting.span(phrase), setting.cast
        if office.needs_owner:
            return None
        tense = tense_of(phrase, self._references)
        spoken_of = self._spoken_of(phrase, office, tense, setting)
        if spoken_of is not None:
            return spoken_of
        beside = titled(phrase, office, setting, self._naming) if tense == "now" else None
        if beside is not None and (bearer := self._naming.acting(beside, span, cast.day, role=office.role)):
            because = f"'{span.text}' is not whoever else bears the title here, but {beside.name}"
            return Resolved(participants=(bearer,), rule="office", because=because, alias=office.words, score=0.9)
        earlier = _as_bare(phrase, setting) or cast.offices.get(office.words)
        if earlier is not None and (phrase.is_definite() or _is_label(phrase)) and tense == "now":
            because = f"'{span.text}' as named before"
            return Resolved(
                participants=(named_at(earlier, span),), rule="office", because=because, alias=office.words, score=0.9
            )
        if office.actor is not None:
            whose = self._naming.entity(office.actor, span)
            because = f"office '{office.words}' is of {whose.id}"
            official = self.official(phrase, office, whose, setting)
            return Resolved(participants=(official,), rule="office", because=because, alias=office.words, score=0.9)
        is_bare = not phrase.modifiers and not phrase.complements
        if not phrase.is_plural() or (office.sector in OF_THE_STATE and is_bare):
            found = self._of_an_organisation(phrase, office, setting) or self._from_around(phrase, office, setting)
            if found is not None:
                return found
        host = self._owners.host(phrase)
        kind: Kind = "population" if phrase.is_plural() else "person"
        if host is not None and (office.sector in _SEATED or (office.role or "").endswith("spokesperson")):
            official = self.official(phrase, office, self._naming.entity(host, span), setting)
            because = f"office '{office.words}' in {host}"
            return Resolved(participants=(official,), rule="office", because=because, alias=office.words, score=0.7)
        called = worded(phrase, adjective=self._naming.adjective(host))
        somebody = unnamed(_described(phrase), kind, span, country=host, sector=office.sector, called=called)
        because = "office without a country"
        return Resolved(participants=(somebody,), rule="office", because=because, alias=office.words, score=0.5)

    def _of_an_organisation(self, phrase: Phrase, office: Office, setting: Setting) -> Resolved | None:
        """ "the Secretary-General": of the organisation spoken of that has one, else of the United Nations."""
        if office.role not in _CHIEFS or not phrase.is_definite():
            return None
        span, day = setting.span(phrase), setting.cast.day
        spoken_of = [one for seen in reversed(setting.before(phrase)) for one in seen.participants if one.kind == "igo"]
        whose = next((one.id for one in spoken_of if self._naming.has_chief(one.id, _CHIEF, day)), _UNITED_NATIONS)
        official = self.official(phrase, office, self._naming.entity(whose, span), setting)
        because = f"'{span.text}' of {whose}"
        return Resolved(participants=(official,), rule="context", because=because, alias=office.words, score=0.8)

    def _spoken_of(self, phrase: Phrase, office: Office, tense: Tense, setting: Setting) -> Resolved | None:
        """ "the former president", "the oil magnate": one named before who held the office, or acts for no state."""
        is_private = office.sector is not None and office.sector not in OF_THE_STATE
        if phrase.is_plural() or not phrase.is_definite() or not (is_private or tense in {"former", "then"}):
            return None
        for seen in ranked(setting.before(phrase), phrase.sentence, phrase.head):
            one = seen.participants[0]
            if seen.joined or not one.person:
                continue
            has_held = office.role is not None and self._naming.has_held(one.person, office.role, setting.cast.day)
            if has_held or (is_private and one.kind == "person" and one.sector in {None, office.sector}):
                span = setting.span(phrase)
                named = named_at(one, span)
                if has_held and tense == "former":
                    named = self._naming.as_private(one.person, span) or named
                because = f"'{span.text}' is {one.person}"
                return Resolved(
                    participants=(named,), rule="description", because=because, alias=office.words, score=0.8
                )
        return None

    def _from_around(self, phrase: Phrase, office: Office, setting: Setting) -> Resolved | None:
        """The official of the state whose embassy was spoken of, or of the one that the text is plainly about."""
        span = setting.span(phrase)
        if (office.role or "").endswith("spokesperson"):
            return self._for_body(phrase, office, setting)
        if not phrase.is_definite() and not phrase.is_plural() and phrase.words[0].tag == "DT":
            return None  # "a former minister" may be anybody's
        sender = sender_of(phrase, setting, self._references.missions)
        if sender is not None:
            whose, score, because = sender, 0.8, f"'{span.text}' as of the mission of {sender.id}"
        else:
            is_sent = office.role == "ambassador" and not any(word == "to" for word, _ in phrase.complements)
            is_of_state = office.role or office.sector in OF_THE_STATE
            is_asked = is_of_state and not is_sent
            home = home_of(phrase, setting, office.sector, self._references.homes) if is_asked else None
            if home is None:
                return None
            whose, score = self._naming.entity(home.country, span), home.score
            because = f"'{span.text}' of the country spoken of"
        official = self.official(phrase, office, whose, setting)
        return Resolved(participants=(official,), rule="context", because=because, alias=office.words, score=score)


def _before_elect(phrase: Phrase, references: References) -> int:
    """The last token of the office: of "president-elect" it stands before the hyphen."""
    tokens = phrase.sentence.tokens
    index = phrase.head.index
    if phrase.head.text.lower().strip("-") not in references.elect:
        return index
    return index - 2 if index > 1 and tokens[index - 1].text in {"-", "–"} else max(index - 1, 0)


def _as_bare(phrase: Phrase, setting: Setting) -> Participant | None:
    """Who was meant by the same words before: "the President", though "President Xi" was named since."""
    words = setting.span(phrase).text
    before = [one for seen in reversed(setting.before(phrase)) for one in seen.participants if one.text == words]
    return next((one for one in before if one.person is not None), None)


def _is_label(phrase: Phrase) -> bool:
    """Whether it stands at the beginning before a colon: "Deputy Spokesman: We …"."""
    tokens, behind = phrase.sentence.tokens, phrase.head.index + 1
    return phrase.first == 0 and behind < len(tokens) and tokens[behind].text == ":"


def acts_for_state(office: Office, whose: Participant) -> bool:
    """Whether who bears the office acts for the state; the clergy does so for the Holy See alone."""
    return office.sector is None or office.sector in OF_THE_STATE or whose.id == "VAT"


def _described(phrase: Phrase) -> str:
    """The phrase's adjectives and nouns as they stand, hyphens too: "pro-european demonstrators"."""
    return spelled([token for token in phrase.words if token.tag.startswith(("JJ", "NN", "HYPH", "AFX"))]).lower()


def tense_of(phrase: Phrase, references: References) -> Tense:
    """What the words say of the time of an office: "former", "then-", "president-elect"."""
    words = {token.lemma.lower().rstrip("-") for token in phrase.words} | {token.text.lower() for token in phrase.words}
    before = phrase.sentence.tokens[max(0, phrase.first - 2) : phrase.first]
    words |= {token.lemma.lower() for token in before if token.tag != "IN" and token.lemma.lower() == "then"}
    if words & references.then:
        return "then"
    if words & references.elect:
        return "elect"
    return "former" if words & references.former else "now"


def _as_title(words: str) -> str:
    """ "Head of State"."""
    return " ".join(word if word in _SMALL else word.title() for word in words.split())
