"""Takes a noun phrase that only points back ("he", "the alliance", "the two leaders", "the document"), gives whom it means."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from dragoman.actors.cast import Cast
from dragoman.actors.descriptions import Resolved, again
from dragoman.actors.naming import Naming, unnamed
from dragoman.actors.phrases import Phrase
from dragoman.knowledge.references import References
from dragoman.knowledge.world import World
from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence, Token

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "themselves"})
_SPEAKER = frozenset({"we", "us", "our", "ours", "i", "me", "my", "mine", "ourselves", "myself"})


_THINGS = frozenset({"state", "igo", "group", "organisation"})


class Referring:
    """Callable: a phrase in; whom it points back to and how that was found, or None."""

    def __init__(self, world: World, naming: Naming, references: References) -> None:
        self._world = world
        self._naming = naming
        self._references = references

    def __call__(self, document: Document, phrase: Phrase, found: Mapping[int, Mention], cast: Cast) -> Resolved | None:
        """Whom the phrase points back to, and how that was found."""
        before = [*cast.recent, *(found[index] for index in sorted(found) if index < phrase.head.index)]
        start, end = self._extent(phrase)
        text = document.text[start:end]
        if phrase.head.tag in {"PRP", "PRP$"}:
            participants = tuple(self._pronoun(phrase, before, found, cast))
            how = "possessive" if phrase.head.tag == "PRP$" else "pronoun"
            return tuple(again(p, text, start) for p in participants), f"{how} '{text}'"
        resolved = (
            self._sides(phrase, before, found, cast)
            or self._description(phrase, before)
            or self._short_name(phrase, before)
            or self._issuer(phrase, found, cast)
            or self._set(phrase, document)
        )
        if not resolved:
            return None
        participants, because = resolved
        return tuple(again(participant, text, start) for participant in participants), because

    def recalled(self, document: Document, phrase: Phrase, found: Mapping[int, Mention], cast: Cast) -> Resolved | None:
        """ "the two neighbours", "both governments": a number, or a name that the text gave, recalls those named before."""
        before = [*cast.recent, *(found[index] for index in sorted(found) if index < phrase.head.index)]
        is_counted = any(token.lemma.lower() in self._references.numbers for token in phrase.words)
        is_bare = phrase.is_definite() and not phrase.modifiers and phrase.owner is None
        is_counted |= is_bare and not any(word in {"of", "from", "in"} for word, _ in phrase.complements)
        resolved = self._given(phrase, cast) or (self._sides(phrase, before, found, cast) if is_counted else None)
        if resolved is None:
            return None
        start, end = self._extent(phrase)
        return tuple(again(p, document.text[start:end], start) for p in resolved[0]), resolved[1]

    def _pronoun(
        self, phrase: Phrase, before: Sequence[Mention], found: Mapping[int, Mention], cast: Cast
    ) -> Iterator[Participant]:
        word = phrase.head.text.lower()
        if phrase.head.tag == "PRP" and phrase.head.relation in {"dobj", "pobj", "dative"}:
            before = _without_subject(phrase, before, found)
        if word in _SPEAKER:
            yield from cast.speaker
        elif word in _MALE | _FEMALE:
            yield from _latest(before, lambda p: p.person is not None and self._may_be(p, female=word in _FEMALE))
        elif word in _THING:
            here = [found[i] for i in sorted(found) if i < phrase.head.index and _is_subject(phrase, i)]
            yield from _latest([*before, *here], lambda p: p.person is None and p.kind in _THINGS)
        elif word in _MANY:
            same = [
                found[i]
                for i in sorted(found)
                if i < phrase.head.index and phrase.sentence.tokens[i].text.lower() in _MANY
            ]
            if same:  # the same word in one sentence means the same
                yield from same[-1].participants
                return
            groups = joined_in(phrase.sentence, [found[i] for i in sorted(found) if i < phrase.head.index])
            yield from (
                (groups[-1] if groups else None) or self._many(before) or (cast.joined[-1] if cast.joined else ())
            )

    def _many(self, before: Sequence[Mention]) -> tuple[Participant, ...]:
        for mention in reversed(before):
            if len(mention.participants) > 1 or any(
                p.kind == "population" or p.text.endswith("s") for p in mention.participants
            ):
                return mention.participants
        return ()

    def _may_be(self, participant: Participant, *, female: bool) -> bool:
        given = {word for word in (participant.person or "").split()}
        known_female = bool(given & self._world.given_names_female)
        return known_female == female or (
            female and not known_female and participant.person is not None and len(given) == 1
        )

    def _given(self, phrase: Phrase, cast: Cast) -> Resolved | None:
        """A collective name that this text has given before."""
        words = " ".join(token.text.lower() for token in phrase.words if token.tag not in {"DT", "PRP$"}).replace(
            " - ", "-"
        )
        members = cast.groups.get(words)
        return (members, f"collective name '{words}'") if members else None

    def _sides(
        self, phrase: Phrase, before: Sequence[Mention], found: Mapping[int, Mention], cast: Cast
    ) -> Resolved | None:
        """ "the two leaders", "both sides", "the leaders of these three countries"."""
        if phrase.head.lemma not in self._references.sides or phrase.head.tag not in {"NNS", "NNPS"}:
            return None
        if not phrase.is_definite() and not any(t.lemma in self._references.numbers for t in phrase.words):
            return None
        if any(
            token.tag in {"JJ", "NNP"} and token.lemma not in self._references.numbers for token in phrase.modifiers
        ):
            return None
        counts = [
            self._references.numbers[t.lemma.lower()]
            for t in phrase.words
            if t.lemma.lower() in self._references.numbers
        ]
        inner = [
            self._references.numbers[t.lemma]
            for _, token in phrase.complements
            for t in _before(phrase, token.index)
            if t.lemma in self._references.numbers
        ]
        wanted = (counts or inner or [0])[0]
        joined = [*cast.joined, *joined_in(phrase.sentence, [found[i] for i in sorted(found) if i < phrase.head.index])]
        if phrase.head.lemma in self._references.states:
            joined = [group for group in joined if all(p.kind == "state" for p in group)]
        else:  # "the two presidents" are persons, if two have been named together
            joined = [group for group in joined if all(p.person or p.office for p in group)] or joined
        if wanted == 0:
            chosen = self._same_breath(before) or (joined[-1] if joined else ())
        else:
            fitting = [group for group in joined if len({p.id for p in group}) == wanted]
            distinct = self._distinct(before)
            chosen = fitting[-1] if fitting else tuple(distinct[:wanted]) if len(distinct) >= wanted else ()
        return (tuple(chosen), f"'{' '.join(t.text for t in phrase.words)}'") if len(chosen) > 1 else None

    def _distinct(self, before: Sequence[Mention]) -> list[Participant]:
        """The states and bodies named last, each once, the latest first; possessors and adjectives count too."""
        seen: dict[str, Participant] = {}
        for mention in reversed(before):
            for participant in mention.participants:
                if participant.kind in {"state", "group", "person"} and participant.id not in seen:
                    seen[participant.id] = participant
        return list(seen.values())

    def _same_breath(self, before: Sequence[Mention]) -> tuple[Participant, ...]:
        """The persons named in one go at the end: "Kishida, Biden and Yoon … the leaders"."""
        persons: dict[str, Participant] = {}
        for mention in reversed(before):
            named = [p for p in mention.participants if p.person]
            if not named and persons:
                break
            for participant in named:
                persons.setdefault(participant.person or "", participant)
        return tuple(reversed(persons.values())) if len(persons) > 1 else ()

    def _description(self, phrase: Phrase, before: Sequence[Mention]) -> Resolved | None:
        words = [phrase.ending(2), phrase.ending(1)]
        for word in words:
            ids = self._references.descriptions.get(word)
            if ids is None or not phrase.is_definite() or any(t.tag.startswith("NNP") for t in phrase.modifiers):
                continue
            for mention in reversed(before):
                for participant in mention.participants:
                    if participant.id in ids:
                        return (participant,), f"'the {word}' is {participant.id}"
        return None

    def _short_name(self, phrase: Phrase, before: Sequence[Mention]) -> Resolved | None:
        """ "the Council" after "the North Atlantic Council": the last word of a name given before."""
        word = phrase.head.text
        if (
            phrase.head.tag in {"NNS", "NNPS"}
            or phrase.modifiers
            or not phrase.is_definite()
            or phrase.owner is not None
        ):
            return None
        for mention in reversed(before):
            for participant in mention.participants:
                names = (participant.text.split(), participant.name.split())
                if any(
                    len(words) > 1 and words[-1].lower() == word.lower() and words[-1][:1].isupper() for words in names
                ):
                    return (participant,), f"'{word}' is short for '{participant.text}'"
        return None

    def _issuer(self, phrase: Phrase, found: Mapping[int, Mention], cast: Cast) -> Resolved | None:
        """Whoever issued the paper that speaks: its possessor, a name in its title, or that of the last paper."""
        if phrase.head.lemma.lower() not in self._references.documents:
            return None
        beside = [phrase.owner.index] if phrase.owner else []
        beside += [token.index for token in phrase.modifiers]
        for index in beside:
            # A capital in a paper's title says where it was made: "the Madrid Summit Declaration".
            if index in found and not found[index].because.startswith(("capital of", "name of somebody")):
                return found[index].participants, f"issuer of '{phrase.head.text}'"
        if phrase.is_definite() and cast.document:
            return cast.document, f"issuer of '{phrase.head.text}', as before"
        return None

    def _set(self, phrase: Phrase, document: Document) -> Resolved | None:
        """ "like-minded countries", "Western allies": a set that the text tells apart but does not name."""
        if phrase.head.lemma.lower() not in self._references.unnamed_sets or phrase.head.tag != "NNS":
            return None
        telling = [
            t
            for t in phrase.modifiers
            if t.tag.startswith(("JJ", "NN", "VB")) and t.lemma not in self._references.numbers
        ]
        if not telling:
            return None
        words = [t for t in phrase.words if t.tag not in {"DT", "PDT", "CD", "PRP$", "IN"} or t.lemma == "like"]
        start, end = words[0].start, phrase.head.end
        text = document.text[start:end]
        return (unnamed(text, "group", text, start, country=None, sector="GOV"),), f"set of '{phrase.head.text}'"

    def _extent(self, phrase: Phrase) -> tuple[int, int]:
        first = phrase.words[0]
        return (
            first if first.tag not in {"DT", "PDT"} or len(phrase.words) == 1 else phrase.words[1]
        ).start, phrase.head.end


def is_first_person(token: Token) -> bool:
    """Whether the word stands for whoever speaks: "we", "our", "I" …"""
    return token.tag in {"PRP", "PRP$"} and token.text.lower() in _SPEAKER


def _latest(before: Sequence[Mention], fits: Callable[[Participant], bool]) -> Iterator[Participant]:
    for mention in reversed(before):
        chosen = [participant for participant in mention.participants if fits(participant)]
        if chosen:
            yield chosen[-1]
            return


def _without_subject(phrase: Phrase, before: Sequence[Mention], found: Mapping[int, Mention]) -> list[Mention]:
    """An object is not its own verb's subject: in "Biden apologised to him" another is meant."""
    tokens = phrase.sentence.tokens
    verb = phrase.head.head if tokens[phrase.head.head].tag.startswith("VB") else tokens[phrase.head.head].head
    subjects = [
        c for c in phrase.sentence.children[verb] if tokens[c].relation in {"nsubj", "nsubjpass"} and c in found
    ]
    ids = {(p.id, p.person) for child in subjects for p in found[child].participants}
    return [m for m in before if not {(p.id, p.person) for p in m.participants} & ids]


def _meets(sentence: Sentence, one: int, other: int) -> bool:
    """Whether the first is the subject of a verb that the second stands "with": "A met with B", "A held talks with B"."""
    tokens = sentence.tokens
    preposition = tokens[tokens[other].head]
    if tokens[one].relation != "nsubj" or preposition.lemma != "with" or preposition.relation != "prep":
        return False
    above = tokens[preposition.head]
    return tokens[one].head in {above.index, above.head if above.relation == "dobj" else above.index}


def _is_subject(phrase: Phrase, index: int) -> bool:
    return phrase.sentence.tokens[index].relation in {"nsubj", "nsubjpass"}


def joined_in(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[tuple[Participant, ...], ...]:
    """Those named in one breath: "A, B and C", and the several whom one phrase means ("the two leaders")."""
    by_head = {mention.head: mention for mention in mentions}
    chains: dict[int, list[Participant]] = {}
    for mention in mentions:
        first = mention.head
        while sentence.tokens[first].relation == "conj" and sentence.tokens[first].head in by_head:
            first = sentence.tokens[first].head
        chains.setdefault(first, []).extend(mention.participants)
    groups = [tuple({p.id: p for p in participants}.values()) for participants in chains.values()]
    groups += [
        tuple({p.id: p for p in (*chains[one], *chains[other])}.values())
        for one in chains
        for other in chains
        if _meets(sentence, one, other)
    ]
    return tuple(group for group in groups if len(group) > 1)


def _before(phrase: Phrase, index: int) -> list[Token]:
    return [phrase.sentence.tokens[child] for child in phrase.sentence.children[index] if child < index]
