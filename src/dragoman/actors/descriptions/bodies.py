"""Bodies and people without names: "Turkish troops", "the government", "protesters in Nairobi"."""

from dataclasses import replace

from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.descriptions.wording import HOW_MANY, worded
from dragoman.actors.home import home_of, sender_of
from dragoman.actors.naming import OF_THE_STATE, Naming, acting_for, named_at, unnamed
from dragoman.actors.phrases import Phrase, spelled
from dragoman.actors.references.salience import SUBJECTS
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Population, World
from dragoman.records.participant import Participant
from dragoman.records.span import Span

_OF_THE_NATION = frozenset({"people", "nation", "population", "public", "citizenry", "populace"})  # all of a state's
_MOVING = frozenset({"send", "deploy", "dispatch", "withdraw", "move", "mass", "order", "station", "keep", "pull"})
_MILITARY = "MIL"
_PLAINLY = 2  # times as often as the next it has to be named
_FORCES = frozenset({"COP", _MILITARY})


class Bodies:
    """Callable: a phrase in; the body or people that it names, or None."""

    def __init__(self, world: World, naming: Naming, references: References, owners: Owners) -> None:
        self._world = world
        self._missions = references.missions
        self._homes = references.homes
        self._rulers = references.rulers
        self._toppling = references.toppling
        self._juntas = references.juntas
        self._naming = naming
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The state for which the body acts, each if there are several; else the body under a name of its own."""
        body = self._at(phrase)
        if body is None:
            return None
        whose = self._owners.first(phrase, setting)
        if whose is None and body.needs_country:
            return None
        span = setting.span(phrase)
        if whose is None:
            around = self._around(phrase, body, span, setting)
            if isinstance(around, Resolved):
                return around
            whose = around
        is_told = self._owners.first(phrase, setting) is not None
        if is_told and whose is not None and whose.kind == "state" and phrase.head.lemma.lower() in _OF_THE_NATION:
            people = replace(named_at(whose, span), kind="population", sector="CVL", person=None, office=None)
            because = f"'{body.words}' of {whose.id}"
            return Resolved(participants=(people,), rule="people", because=because, alias=body.words)
        if whose is not None and _acts_for(body, whose):
            owners = self._owners.all(phrase, setting) or (whose,)
            return Resolved(
                participants=tuple(part_of(owner, span, sector=body.sector) for owner in owners),
                rule="noun",
                because=f"'{body.words}' of {whose.id}",
                alias=body.words,
            )
        country = whose.country if whose else None
        is_told = is_told or self._owners.host(phrase) is not None
        kind = "group" if body.kind == "state" else body.kind  # forces of no known state
        some = unnamed(
            _name(phrase, body),
            kind,
            span,
            country=country,
            sector=body.sector,
            called=worded(phrase, adjective=self._naming.adjective(country) if is_told else None),
        )
        return Resolved(participants=(some,), rule="noun", because=f"'{body.words}'", alias=body.words)

    def _at(self, phrase: Phrase) -> Population | None:
        """The noun at the end of the phrase, the longest that the world knows."""
        endings = (phrase.ending(3), phrase.ending(2), phrase.ending(1), phrase.head.text.lower())
        return next((self._world.nouns[words] for words in endings if words in self._world.nouns), None)

    def _around(self, phrase: Phrase, body: Population, span: Span, setting: Setting) -> Resolved | Participant | None:
        """Whose the text leaves unsaid: one named before, where they are, or the state that is plainly spoken of."""
        if _of_others(phrase):
            return None
        is_of_the_country = _is_of_the_country(phrase, body)
        earlier = _named_earlier(body.words, setting)
        if earlier is not None and phrase.is_definite() and is_of_the_country:
            because = f"'{body.words}' as named before"
            return Resolved(
                participants=(named_at(earlier, span),), rule="noun", because=because, alias=body.words, score=0.85
            )
        sender = sender_of(phrase, setting, self._missions) if phrase.is_definite() else None
        if sender is None and body.sector in _FORCES:
            sender = _sender(phrase, setting)
        if sender is not None:
            return sender
        country = (
            self._owners.host(phrase) or self._ruled_by_soldiers(phrase, body, setting) or setting.cast.only_country
        )
        if country is None and body.sector in OF_THE_STATE:
            home = home_of(phrase, setting, body.sector, self._homes)
            country = home.country if home else None
        return self._naming.entity(country, span) if country else None

    def _ruled_by_soldiers(self, phrase: Phrase, body: Population, setting: Setting) -> str | None:
        """ "The junta", "soldiers overthrew him": of the junta of the state that is spoken of most."""
        day, counts = setting.cast.day, setting.cast.counts
        topples = body.sector == _MILITARY and self._topples(phrase)
        if day is None or not (topples or phrase.head.lemma in self._rulers):
            return None
        ruled = {one.state for one in self._juntas if one.rules_on(day)} & counts.keys()
        first, second = (*sorted(((counts[state], state) for state in ruled), reverse=True), (0, ""), (0, ""))[:2]
        return first[1] if first[0] >= _PLAINLY * second[0] and first[0] else None

    def _topples(self, phrase: Phrase) -> bool:
        """Whether they, or those whose they are, overthrow somebody: "soldiers of the guard overthrew him"."""
        tokens, at = phrase.sentence.tokens, phrase.head
        while at.relation in {"prep", "pobj"}:
            at = tokens[at.head]
        return at.relation in SUBJECTS and tokens[at.head].lemma in self._toppling


def part_of(whose: Participant, span: Span, *, sector: str | None) -> Participant:
    """A body of a state or organisation; an organisation keeps the sector that it has as a whole."""
    return acting_for(whose, span, sector=sector if whose.kind == "state" or sector == "MIL" else whose.sector)


def _named_earlier(words: str, setting: Setting) -> Participant | None:
    """Who stood behind the same noun before: "the ministry" after "the foreign ministry"."""
    bodies = {known: one for known, one in setting.cast.bodies.items() if known == words or known.endswith(f" {words}")}
    return next((one for one in reversed(bodies.values()) if one.country or not one.id.islower()), None)


def _sender(phrase: Phrase, setting: Setting) -> Participant | None:
    """The state that sends, moves or withdraws them: "Delhi was sending troops"."""
    tokens = phrase.sentence.tokens
    verb = tokens[phrase.head.head]
    if phrase.head.relation != "dobj" or verb.lemma not in _MOVING or phrase.is_definite():
        return None
    subjects = [setting.found[index] for index in phrase.sentence.below(verb.index, "nsubj") if index in setting.found]
    return next((one for mention in subjects for one in mention.participants if one.kind == "state"), None)


def _is_of_the_country(phrase: Phrase, body: Population) -> bool:
    """Whether "the army", "police" without more are those of the country spoken of."""
    is_force = body.sector in _FORCES
    is_one = is_force or not phrase.is_plural()
    is_bare = (is_force or body.sector == "LEG") and len(phrase.modifiers) < len(body.words.split())
    return is_one and (phrase.is_definite() or is_bare) and body.sector in OF_THE_STATE


def _of_others(phrase: Phrase) -> bool:
    """Whether "of" says whose they are in words that name no state: "the governments of the region"."""
    return phrase.head.tag in {"NNS", "NNPS"} and any(word == "of" for word, _ in phrase.complements)


def _acts_for(body: Population, whose: Participant) -> bool:
    return body.sector in OF_THE_STATE or whose.kind in {"igo", "group"}


def _name(phrase: Phrase, body: Population) -> str:
    """The noun and the words that tell whose they are, as the text has them: "Turkish drone makers"."""
    if any(token.text in {"-", "–"} for token in phrase.words):
        return spelled(
            [t for t in phrase.words if t.tag not in {"DT", "CD", "PRP$", "PDT"} and t.lemma.lower() not in HOW_MANY]
        )
    words = " ".join([*body.words.split()[:-1], phrase.head.text.lower()])
    words += _of_whom(phrase) if body.sector in OF_THE_STATE else ""
    telling = [t.text for t in phrase.words[:-1] if t.text[:1].isupper() and t.tag.startswith(("JJ", "NN"))]
    adjective = " ".join(word for word in telling if word.lower() not in HOW_MANY)
    return words if not adjective or words.startswith(adjective.lower()) else f"{adjective} {words}"


def _of_whom(phrase: Phrase) -> str:
    """ " of the region" behind "the governments": words that tell which, though they name no state."""
    tokens = phrase.sentence.tokens
    last = next((token for word, token in phrase.complements if word == "of"), None)
    return "".join(f" {token.text}" for token in tokens[phrase.head.index + 1 : last.index + 1]) if last else ""
