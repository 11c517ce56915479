"""Whose an office, troops or a decision is: takes a phrase, gives the states or bodies named beside its head."""

from collections.abc import Container, Iterator

from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit, World
from dragoman.records.participant import Participant
from dragoman.records.sentence import Sentence, Token

_WHERE = frozenset({"in", "at", "near", "outside"})


class Owners:
    """Answers whose the bearers of a phrase are."""

    def __init__(self, world: World, naming: Naming, references: References) -> None:
        self._world = world
        self._naming = naming
        self._apart = references.apart
        self._origins = references.origins

    def first(self, phrase: Phrase, setting: Setting, *, possessor: bool = True) -> Participant | None:
        """The state or body that an adjective, a possessor (unless it is another's) or "of" names beside the head."""
        owner = self._named_beside(phrase, setting)
        if owner is not None:
            return owner
        if possessor and phrase.owner is not None and phrase.owner.index in setting.found:
            return next(iter(self._possessors(phrase, setting)), None)
        return next((several[0] for several in _found_behind(phrase, setting)), None)

    def all(self, phrase: Phrase, setting: Setting) -> tuple[Participant, ...]:
        """Every state named: "the ministers of A, B and C", "Thai and Cambodian generals"."""
        first = self.first(phrase, setting)
        if first is None:
            return ()
        possessors = self._possessors(phrase, setting)
        if len(possessors) > 1 and first in possessors:
            return possessors  # "their forces"
        if not phrase.is_plural():
            return (first,)
        behind = next(_found_behind(phrase, setting), ())
        if len(behind) > 1 and first.id in {owner.id for owner in behind}:
            return behind  # "the leaders of these three countries"
        owners = {first.id: first}
        for index in _joined_beside(phrase, setting):
            hit = setting.named[index]
            state = next((name for name in hit.names if name.use in {"name", "adjective", "capital"}), None)
            if state is not None:
                owner = self._naming.entity(state.target, setting.name_span(hit))
                owners.setdefault(owner.id, owner)
        return tuple(owners.values())

    def _possessors(self, phrase: Phrase, setting: Setting) -> tuple[Participant, ...]:
        """Those of the states and bodies whom the possessor means."""
        if phrase.owner is None or phrase.owner.index not in setting.found:
            return ()
        owners = setting.found[phrase.owner.index].participants
        return tuple(one for one in owners if one.country or one.kind in {"igo", "group", "organisation"})

    def host(self, phrase: Phrase) -> str | None:
        """The state in which the phrase's bearers are said to be: "protesters in Nairobi"."""
        for token in _where(phrase):
            place = self._world.place(token.text)
            if place is not None and place.country:
                return place.country
        return None

    def _named_beside(self, phrase: Phrase, setting: Setting) -> Participant | None:
        """Whom a name of the world beside the head names; states go before others, and nearer names before farther."""
        head = setting.named.get(phrase.head.index)
        inner = [
            token
            for token in _beside(phrase)
            if token.index in setting.named
            and setting.named[token.index] is not head
            and not self._is_against(phrase, token)
            and not self._is_origin(phrase, token)
        ]
        opening = {"of", "from"} if phrase.head.relation in {"nsubj", "nsubjpass"} else {"of"}
        behind = [token for word, token in phrase.complements if word in opening]
        behind += [t for token in behind for t in _modifiers(phrase, token)]  # "the mayor of the Italian island"
        after = [token for token in behind if token.index in setting.named]
        hits = [setting.named[token.index] for token in (*reversed(inner), *after)]
        owners = (self._owner(hit, setting) for hit in sorted(hits, key=lambda hit: not self._names_state(hit)))
        return next((owner for owner in owners if owner is not None), None)

    def _owner(self, hit: Hit, setting: Setting) -> Participant | None:
        span = setting.name_span(hit)
        for name in hit.names:
            if name.use in {"name", "adjective", "demonym", "capital", "body"}:
                return self._naming.entity(name.target, span)
            person = self._naming.person(hit.names, span, setting.cast) if name.use in {"full", "family"} else None
            if person is not None and person.country:
                return self._naming.entity(person.country, span) if person.kind == "state" else person
        return None

    def _is_origin(self, phrase: Phrase, token: Token) -> bool:
        """ "American-born", "German-made", "Soviet-era": the name tells where or when from, not whose one is."""
        return is_origin(phrase.sentence, token, self._origins)

    def _names_state(self, hit: Hit) -> bool:
        return any(
            name.use in {"name", "adjective", "demonym"} and self._world.entity(name.target).kind == "state"
            for name in hit.names
        )

    def _is_against(self, phrase: Phrase, token: Token) -> bool:
        """ "anti-Syria", "pro-Russian": the name tells a stance, not whose one is."""
        before = phrase.sentence.tokens[max(0, token.index - 2) : token.index]
        return bool(before) and before[0].lemma.lower() in self._apart and before[-1].text in {"-", "–"}


def is_origin(sentence: Sentence, token: Token, origins: Container[str]) -> bool:
    """Whether a hyphen and a word such as "born" or "made" stand behind the name."""
    if token.text.lower().rsplit("-", maxsplit=1)[-1] in origins and "-" in token.text:
        return True  # "U.S.-educated" may be one token
    behind = sentence.tokens[token.index + 1 : token.index + 3]
    return len(behind) == 2 and behind[0].text in {"-", "–"} and behind[1].text.lower() in origins


def _where(phrase: Phrase) -> Iterator[Token]:
    """What stands behind "in" or "at" below the head, then one step deeper: "outside parliament in Tbilisi"."""
    near = [token for word, token in phrase.complements if word in _WHERE]
    yield from near
    tokens = phrase.sentence.tokens
    for token in near:
        for preposition in phrase.sentence.below(token.index, "prep"):
            if tokens[preposition].lemma in _WHERE:
                yield from (tokens[inner] for inner in phrase.sentence.below(preposition, "pobj"))


def _modifiers(phrase: Phrase, token: Token) -> list[Token]:
    return [phrase.sentence.tokens[child] for child in phrase.sentence.below(token.index, "amod", "compound")]


def _beside(phrase: Phrase) -> list[Token]:
    """The words before the head; of "Israeli helicopters and tanks" the first one's serve the second too."""
    tokens = phrase.sentence.tokens
    first = phrase.head
    while first.relation == "conj" and tokens[first.head].tag in {"NN", "NNS"}:
        first = tokens[first.head]
    shared = phrase.sentence.children[first.index] if first is not phrase.head else ()
    return [*(tokens[child] for child in shared if child < first.index), *phrase.words[:-1]]


def _found_behind(phrase: Phrase, setting: Setting) -> Iterator[tuple[Participant, ...]]:
    """Those whom each complement with "of" was found to mean."""
    for word, token in phrase.complements:
        if word == "of" and token.index in setting.found:
            yield setting.found[token.index].participants


def _joined_beside(phrase: Phrase, setting: Setting) -> list[int]:
    """The tokens of names beside the head, and of those joined to them: "Thai and Cambodian"."""
    heads = [t.index for t in _beside(phrase) if t.relation in {"amod", "compound", "nmod", "poss"}]
    heads += [token.index for word, token in phrase.complements if word == "of"]
    return [
        index for head in heads if head in setting.named for index in _conjuncts(phrase, head) if index in setting.named
    ]


def _conjuncts(phrase: Phrase, index: int) -> list[int]:
    found = [index]
    for child in phrase.sentence.children[index]:
        if phrase.sentence.tokens[child].relation == "conj":
            found += _conjuncts(phrase, child)
    return found
