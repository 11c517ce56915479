"""ActorFinder: takes a sentence and the cast so far, gives who is mentioned in it, and the cast afterwards."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.actors.appositions import tie_appositions
from dragoman.actors.authors import Authors
from dragoman.actors.candidates import Candidates
from dragoman.actors.cast import Cast
from dragoman.actors.dating import Dating
from dragoman.actors.descriptions.describing import Describing
from dragoman.actors.expanding import Expanding
from dragoman.actors.hits import Hits
from dragoman.actors.meanings import Meanings
from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase, phrase
from dragoman.actors.placing import places_of
from dragoman.actors.references.referring import Referring
from dragoman.actors.remembering import cast_after, opening_cast, venue_of
from dragoman.actors.setting import Resolved, Setting
from dragoman.actors.speakers import belongs_to_speaker, speaker_of
from dragoman.actors.times import spoken_day
from dragoman.knowledge.references import References
from dragoman.knowledge.status import SpeechWords
from dragoman.knowledge.world import World
from dragoman.records.document import Document
from dragoman.records.event import Coded
from dragoman.records.participant import Mention
from dragoman.records.reading import PlaceName
from dragoman.records.sentence import Sentence


class ActorFinder:
    """Callable: a sentence and the cast so far in, its mentions, its places and the cast afterwards out."""

    def __init__(self, world: World, references: References, speech: SpeechWords) -> None:
        self._world = world
        self._verbs_of_saying = speech.verbs
        self._authors = Authors(references)
        self._candidates = Candidates(world, references)
        self._meanings = Meanings(world, references)
        naming = Naming(world)
        self._dating = Dating(world, naming)
        self._expanding = Expanding(world)
        self._describing = Describing(world, naming, references)
        self._referring = Referring(world, naming, references)

    def hits(self, document: Document) -> Hits:
        """All names of the world in a document's text, found in one pass."""
        return Hits(self._world.find(document.unwrapped))

    def cast(self, document: Document, hits: Hits) -> Cast:
        """The cast before the first sentence."""
        return opening_cast(self._world, self._meanings, document, hits)

    def on_their_day(self, coded: Coded) -> Coded:
        """The coded document with everybody in the office that they held when they acted."""
        return self._dating(coded)

    def expanded(self, coded: Coded) -> Coded:
        """The coded document with the members of groupings in their place."""
        return self._expanding(coded)

    def __call__(
        self, document: Document, sentence: Sentence, hits: Hits, cast: Cast
    ) -> tuple[tuple[Mention, ...], dict[int, PlaceName], Cast]:
        """Every noun phrase of the sentence that names participants, in order of heads; its places; the cast then."""
        named = self._meanings.in_sentence(sentence, hits.by_token(sentence), cast)
        places = places_of(self._world, sentence, named)
        found: dict[int, Mention] = {}  # grows: a phrase may point back to those before it in the sentence
        venue = venue_of(sentence, places) or cast.venue
        spoken_of = replace(cast, day=spoken_day(sentence, cast.day), venue=venue)
        setting = Setting(document=document, named=named, found=found, cast=spoken_of)
        candidates = self._candidates(sentence, named)
        spoken = {token.index for token in candidates if belongs_to_speaker(sentence, token)}
        for mention in self._mentions(sentence, [t.index for t in candidates if t.index not in spoken], setting):
            found[mention.head] = mention
        found |= tie_appositions(sentence, found)  # so that whoever says "we" is known with their office
        author = self._authors(sentence, found, cast.author)
        speaker = speaker_of(sentence, found, replace(cast, author=author), self._verbs_of_saying)
        setting = Setting(document=document, named=named, found=found, cast=replace(spoken_of, speaker=speaker))
        for mention in self._mentions(sentence, sorted(spoken), setting):
            found[mention.head] = mention
        tied = tie_appositions(sentence, found)
        mentions = tuple(tied[index] for index in sorted(tied))
        acting = tuple(mention for mention in mentions if _may_act(sentence, mention))
        return acting, places, cast_after(document, sentence, mentions, places, replace(cast, author=author), speaker)

    def _mentions(self, sentence: Sentence, heads: Iterable[int], setting: Setting) -> Iterator[Mention]:
        """One by one what the phrases with these heads mean, so that each may build on those found before it."""
        for head in heads:
            around = phrase(sentence, head)
            resolved = self._resolved(around, setting)
            if resolved is not None and resolved.participants:
                yield Mention(
                    head=head,
                    first=around.first,
                    last=head,
                    participants=resolved.participants,
                    rule=resolved.rule,
                    because=resolved.because,
                    alias=resolved.alias,
                    score=resolved.score,
                    others=resolved.others,
                )

    def _resolved(self, around: Phrase, setting: Setting) -> Resolved | None:
        return (
            self._referring.recalled(around, setting)
            or self._describing(around, setting)
            or self._referring(around, setting)
        )


def _may_act(sentence: Sentence, mention: Mention) -> bool:
    """A paper stands for its issuer only where it says or does something; "his speech" that is cancelled is a thing."""
    token = sentence.tokens[mention.head]
    is_paper = mention.rule == "issuer"
    return not is_paper or token.relation == "nsubj" or sentence.tokens[token.head].relation == "agent"
