"""ActorFinder: takes a sentence and the cast so far, gives who is mentioned in it, and the cast afterwards."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.actors.appositions import tie_appositions
from dragoman.actors.cast import Cast
from dragoman.actors.descriptions import Describing
from dragoman.actors.naming import Naming
from dragoman.actors.phrases import phrase
from dragoman.actors.placing import places_of
from dragoman.actors.references import Referring, is_first_person, joined_in
from dragoman.knowledge.references import References
from dragoman.knowledge.status import SpeechWords
from dragoman.knowledge.world import Hit, Name, World
from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.reading import PlaceName
from dragoman.records.sentence import Sentence, Token

_JOINED = 8  # groups kept: "the two countries" rarely reaches further back
_INNER = frozenset({"compound", "nmod", "case", "aux", "auxpass", "punct"})


class ActorFinder:
    """Callable: a sentence and the cast so far in, its mentions and the cast afterwards out."""

    def __init__(self, world: World, references: References, speech: SpeechWords) -> None:
        self._world = world
        self._speech = speech
        self._arms = references.arms
        naming = Naming(world)
        self._describing = Describing(world, naming, references)
        self._referring = Referring(world, naming, references)

    def hits(self, document: Document) -> "Hits":
        """All names of the world in a document's text, found in one pass."""
        return Hits(self._world.find(document.text))

    def cast(self, document: Document, hits: "Hits") -> Cast:
        """The cast before the first sentence."""
        named = [{country for name in hit.names if (country := self._country(name))} for hit in hits.all]
        countries = Counter(country for found in named for country in found)
        main, times = countries.most_common(1)[0] if countries else (None, 0)
        return Cast(
            day=document.published,
            only_country=main if len(countries) == 1 else None,
            main_country=main if times * 2 >= countries.total() else None,
        )

    def _country(self, name: Name) -> str | None:
        if name.use in {"full", "family"}:
            return None
        if name.use == "place":
            place = self._world.place(name.text)
            return place.country if place else None
        return name.target if self._world.entity(name.target).kind == "state" else None

    def places(self, hits: "Hits", sentence: Sentence) -> dict[int, PlaceName]:
        """The places named in a sentence, by the last token of their names."""
        return places_of(self._world, sentence, hits.by_token(sentence))

    def __call__(
        self, document: Document, hits: "Hits", sentence: Sentence, cast: Cast
    ) -> tuple[tuple[Mention, ...], Cast]:
        """Every noun phrase of the sentence that names participants, in order of their heads."""
        named = hits.by_token(sentence)
        found: dict[int, Mention] = {}
        candidates = [token for token in sentence.tokens if _may_name(token, named) or (self._is_body(token) and not self._names_arms(sentence, token))]
        late = {token.index for token in candidates if _belongs_to_speaker(sentence, token)}
        for token in _complements_first(sentence, candidates):
            if token.index not in late:
                self._find(document, sentence, token, named, found, cast)
        speaker = self._speaker(sentence, found, cast)
        for token in candidates:
            if token.index in late:
                self._find(document, sentence, token, named, found, replace(cast, speaker=speaker))
        tie_appositions(sentence, found)
        mentions = tuple(found[index] for index in sorted(found))
        acting = tuple(m for m in mentions if not m.because.startswith("issuer") or _speaks(sentence, m.head))
        return acting, replace(self._remembering(sentence, mentions, cast), speaker=speaker)

    def _is_body(self, token: Token) -> bool:
        """Of "a rebel stronghold" the rebels are somebody, although only the stronghold is spoken of."""
        return token.relation == "compound" and token.tag.startswith("NN") and token.lemma in self._world.nouns

    def _names_arms(self, sentence: Sentence, token: Token) -> bool:
        """Of "fighter aircraft" nobody is named by the fighter."""
        return sentence.tokens[token.head].lemma in self._arms

    def _find(
        self,
        document: Document,
        sentence: Sentence,
        token: Token,
        named: Mapping[int, Hit],
        found: dict[int, Mention],
        cast: Cast,
    ) -> None:
        mention = self._mention(document, sentence, token, named, found, cast)
        if mention is not None:
            found[token.index] = mention

    def _speaker(self, sentence: Sentence, found: Mapping[int, Mention], cast: Cast) -> tuple[Participant, ...]:
        """Who says "we" here: the subject of a verb of saying in the sentence, else whoever spoke last or wrote the text."""
        if sentence.kind == "quotation":
            return cast.speaker
        for token in sentence.tokens:
            if token.tag.startswith("VB") and token.lemma in self._speech.verbs:
                subjects = [c for c in sentence.children[token.index] if sentence.tokens[c].relation == "nsubj"]
                said = [p for child in subjects if child in found for p in found[child].participants]
                if said and not all(is_first_person(sentence.tokens[child]) for child in subjects):
                    return tuple(said)
        if cast.speaker:
            return cast.speaker
        return tuple(p for m in found.values() for p in m.participants if _may_write(sentence, m, p))[:1]

    def _mention(
        self,
        document: Document,
        sentence: Sentence,
        token: Token,
        named: Mapping[int, Hit],
        found: Mapping[int, Mention],
        cast: Cast,
    ) -> Mention | None:
        around = phrase(sentence, token.index)
        resolved = (
            self._referring.recalled(document, around, found, cast)
            or self._describing(document, around, named, cast, found)
            or self._referring(document, around, found, cast)
        )
        if resolved is None or not resolved[0]:
            return None
        participants, because = resolved
        return Mention(
            head=token.index, first=around.first, last=token.index, participants=participants, because=because
        )

    def _remembering(self, sentence: Sentence, mentions: tuple[Mention, ...], cast: Cast) -> Cast:
        after = cast.after(tuple(mention for mention in mentions if not mention.because.startswith("possessive ")))
        issuers = [m.participants for m in mentions if m.because.startswith("issuer")]
        groups = _given_names(sentence, mentions)
        return replace(
            after,
            document=issuers[-1] if issuers else after.document,
            groups={**after.groups, **groups},
            joined=(*cast.joined, *joined_in(sentence, mentions))[-_JOINED:],
            country=after.country or _first_to_act(sentence, mentions, cast.main_country),
        )


class Hits:
    """The names found in a document, by offset."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.all = hits
        self._starts = [hit.start for hit in hits]

    def by_token(self, sentence: Sentence) -> dict[int, Hit]:
        """For each token that lies in a name: that name."""
        named: dict[int, Hit] = {}
        for hit in self._within(sentence.start, sentence.end):
            for token in sentence.tokens:
                if (hit.start <= token.start and token.end <= hit.end) or token.start <= hit.start < token.end:
                    named[token.index] = hit
        return named

    def _within(self, start: int, end: int) -> Iterator[Hit]:
        index = bisect_left(self._starts, start)
        while index < len(self.all) and self.all[index].start < end:
            yield self.all[index]
            index += 1


def _may_name(token: Token, named: Mapping[int, Hit]) -> bool:
    if token.tag.startswith("NN"):
        return token.relation not in _INNER or token.index in named
    if token.tag in {"PRP", "PRP$", "WP"}:
        return True
    if token.index in named:
        return True
    return token.tag in {"DT", "CD", "JJ", "JJS"} and token.relation in {"nsubj", "nsubjpass", "dobj", "pobj"}


def _speaks(sentence: Sentence, head: int) -> bool:
    """A paper stands for its issuer only where it says or does something; "his speech" that is cancelled is a thing."""
    token = sentence.tokens[head]
    return token.relation == "nsubj" or sentence.tokens[token.head].relation == "agent"


def _first_to_act(sentence: Sentence, mentions: Sequence[Mention], main: str | None) -> str | None:
    """The state that acts first and is named most: "the president", "the army" without more are taken for its own.

    Where the first to act is another than the one spoken of most, nobody's is taken: no state by guessing.
    """
    if sentence.kind in {"headline", "kicker", "section", "caption", "credit"}:
        return None
    subjects = [m for m in mentions if sentence.tokens[m.head].relation == "nsubj"]
    acting = [p.country for m in subjects for p in m.participants if p.country and p.kind in {"state", "person"}]
    return acting[0] if acting and acting[0] == main else None


def _belongs_to_speaker(sentence: Sentence, token: Token) -> bool:
    """ "we", "our", and "our soldiers": known only once the speaker is."""
    return is_first_person(token) or any(
        is_first_person(sentence.tokens[child]) for child in sentence.children[token.index]
    )


def _complements_first(sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Token]:
    """In the order of the text, but what follows "of" before what it belongs to: "the leaders of the alliance"."""
    wanted = {token.index for token in tokens}
    seen: set[int] = set()

    def visit(index: int) -> Iterator[Token]:
        if index in seen:
            return
        seen.add(index)
        for child in sentence.children[index]:
            if sentence.tokens[child].relation == "poss":
                yield from visit(child)
            elif sentence.tokens[child].relation == "prep" and sentence.tokens[child].lemma == "of":
                for inner in sentence.children[child]:
                    yield from visit(inner)
        if index in wanted:
            yield sentence.tokens[index]

    for token in tokens:
        yield from visit(token.index)


def _may_write(sentence: Sentence, mention: Mention, participant: Participant) -> bool:
    """A government or organisation that a text begins with as its subject: in its statements "we" is its own voice."""
    return participant.kind in {"state", "igo"} and sentence.tokens[mention.head].relation in {"nsubj", "nsubjpass"}


def _given_names(sentence: Sentence, mentions: Sequence[Mention]) -> dict[str, tuple[Participant, ...]]:
    """Collective names that a text gives: "A, B and C – collectively referred to as the “Asia-Pacific partners”"."""
    if not any(token.lemma in {"refer", "know", "call", "dub"} and token.tag == "VBN" for token in sentence.tokens):
        return {}
    for token in sentence.tokens:
        if token.lemma != "collectively":
            continue
        before = [
            m
            for m in mentions
            if m.head < token.index and sentence.tokens[m.head].relation in {"conj", "dobj", "pobj", "nsubj"}
        ]
        opened = [t.index for t in sentence.tokens if t.index > token.index and t.text in {"“", '"', "‘"}]
        closed = [t.index for t in sentence.tokens if opened and t.index > opened[0] and t.text in {"”", '"', "’"}]
        if opened and closed and len(before) > 1:
            name = " ".join(t.text for t in sentence.tokens[opened[0] + 1 : closed[0]]).strip(" ,")
            members = [
                p
                for m in before
                if sentence.tokens[m.head].relation in {"conj", "dobj", "pobj"}
                for p in m.participants
            ]
            return {name.lower().replace(" - ", "-"): tuple(members)}
    return {}
