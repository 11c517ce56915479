"""Parses written by hand: takes words with their tags and heads in a small text form, gives Sentences and Readings.

    Japan/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Iran/NNP/pobj>4 .

A word is `text=lemma/tag/relation>head`. Heads count from 1, and a word without one is the root. Without a lemma the
lemma is the word in lower case (names keep their form). A bare mark hangs on the root. A sentence may begin with the
part that it stands in: `[headline]`, `[quotation]`; without one it stands in the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from dragoman.actors.finder import ActorFinder
from dragoman.events.finder import EventFinder
from dragoman.knowledge.frames import Content, Frame, Variant
from dragoman.knowledge.pack import Pack, load_pack
from dragoman.knowledge.world import World, load_world
from dragoman.language.clauses import ClauseBuilder
from dragoman.records.clause import Clause
from dragoman.records.document import Document, Part, PartKind
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Mention, Participant
from dragoman.records.reading import Reading
from dragoman.records.sentence import Sentence, Token

_KIND = re.compile(r"\[([a-z]+)\]\s*")
_MARKS = {".": ".", ",": ",", ";": ":", ":": ":", "“": "``", "”": "''", "-": "HYPH", "–": ":", "?": "."}
_NO_BLANK_BEFORE = frozenset({".", ",", ";", ":", "”", "-", "?", "’s", "'s", "n’t", "n't", "’ll", "’"})
_NO_BLANK_AFTER = frozenset({"“", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A document and its sentences, as if a parser had read them."""

    document: Document
    sentences: tuple[Sentence, ...]


def passage(*parses: str, published: str | None = None) -> Passage:
    """The document that the parses make together, each a part of its own."""
    text = ""
    sentences: list[Sentence] = []
    for number, parse in enumerate(parses):
        opening = _KIND.match(parse)
        kind = opening[1] if opening else "body"
        assert kind in get_args(PartKind), kind
        tokens, text = _tokens(parse[opening.end() if opening else 0 :].split(), text + ("\n\n" if text else ""))
        sentences.append(_sentence(tokens, number, kind))
    parts = tuple(Part(kind=s.kind, start=s.start, end=s.end) for s in sentences)
    document = Document(id="d0c", path="text", text=text, published=published, parts=parts)
    return Passage(document=document, sentences=tuple(sentences))


def sentence(parse: str) -> Sentence:
    """The one sentence of a parse."""
    return passage(parse).sentences[0]


def readings(read: Passage, *, pack: Pack | None = None) -> list[Reading]:
    """The sentences as they reach the events room: with clauses, mentions and places."""
    pack = pack or shipped_pack()
    clauses = ClauseBuilder(pack.grammar)
    finder = ActorFinder(shipped_world(), pack.references, pack.speech)
    hits = finder.hits(read.document)
    cast = finder.cast(read.document, hits)
    found: list[Reading] = []
    for each in read.sentences:
        mentions, places, cast = finder(read.document, each, hits, cast)
        found.append(
            Reading(
                sentence=each,
                clauses={clause.head: clause for clause in clauses(each)},
                mentions={mention.head: mention for mention in mentions},
                places=places,
                voice=cast.voice,
            )
        )
    return found


def reading(parse: str, *, published: str | None = None, pack: Pack | None = None) -> Reading:
    """The reading of one sentence."""
    return readings(passage(parse, published=published), pack=pack)[0]


def coded(*parses: str, frames: Sequence[Frame], published: str | None = None) -> Coded:
    """What the events room writes down of the parses with these frames and the other words of the shipped pack."""
    pack = pack_with(*frames)
    read = passage(*parses, published=published)
    return EventFinder(pack)(read.document, readings(read, pack=pack))


def frame(id_: str, type_: str = "CONSULT", *, verbs: str = "", nouns: str = "", **given) -> Frame:
    """A frame; phrases are divided by commas: `frame("lift", "RETREAT", verbs="lift sanction, end embargo")`."""
    phrases = tuple(tuple(phrase.split()) for phrase in (verbs or nouns).split(", "))
    made = Frame(
        id=id_,
        type=type_,
        file=f"frames/{type_.lower()}.yaml",
        line=1,
        kind="verb" if verbs else "noun",
        phrases=phrases,
        actor=("doer",) if verbs else ("doer", "modifier"),
        recipient=("done-to",) if verbs else (),
        only={},
        exceptions={},
    )
    return replace(made, **given)


def content(status: str, *roles: str, by: str = "actor", keep: str = "both") -> Content:
    """What a frame says of the act that its act of speech is about."""
    return Content(roles=roles or ("content",), status=status, by=by, keep=keep)


def variant(when: dict[str, tuple[str, ...]], **given) -> Variant:
    """What a frame says differently when its roles are filled so."""
    return Variant(when=when, **given)


def pack_with(*frames: Frame) -> Pack:
    """The shipped pack with these frames in place of its own."""
    pack = shipped_pack()
    nouns = frozenset(phrase[-1] for frame in frames if frame.kind == "noun" for phrase in frame.phrases)
    return replace(pack, frames=tuple(frames), grammar=replace(pack.grammar, act_nouns=nouns))


@cache
def shipped_pack() -> Pack:
    """The event pack that comes with Dragoman."""
    return load_pack()


@cache
def shipped_world() -> World:
    """The world pack that comes with Dragoman."""
    return load_world()


# Questions that tests ask.


def clause_of(read: Reading, word: str) -> Clause:
    """The clause that a word heads."""
    return next(c for head, c in read.clauses.items() if read.sentence.tokens[head].text == word)


def mention_of(read: Reading, word: str) -> Mention | None:
    """The mention whose head is the word, the last one if it stands several times."""
    found = [m for head, m in read.mentions.items() if read.sentence.tokens[head].text == word]
    return found[-1] if found else None


def mention(*parses: str, word: str, published: str | None = None) -> Mention | None:
    """The mention whose head is the word, in the last of the sentences."""
    return mention_of(readings(passage(*parses, published=published))[-1], word)


def meant(*parses: str, word: str, published: str | None = None) -> list[str]:
    """The ids of those whom a word of the last sentence means; none if it means nobody."""
    found = mention(*parses, word=word, published=published)
    return ids(found.participants) if found else []


def the_one(*parses: str, word: str, published: str | None = None) -> Participant:
    """The only one whom a word of the last sentence means."""
    found = mention(*parses, word=word, published=published)
    assert found is not None, f"'{word}' is no mention"
    (participant,) = found.participants
    return participant


def event(done: Coded, trigger: str) -> Event:
    """The event that the words name."""
    found = [each for each in done.events if each.trigger.text == trigger]
    assert found, f"no act is told by '{trigger}': {[each.trigger.text for each in done.events]}"
    return found[-1]


def ids(participants) -> list[str]:
    """The ids of participants, in order."""
    return [participant.id for participant in participants]


def _tokens(words: Sequence[str], text: str) -> tuple[tuple[Token, ...], str]:
    root = next(index for index, word in enumerate(words) if word.count("/") == 2 and ">" not in word)
    tokens: list[Token] = []
    glued = True
    for index, word in enumerate(words):
        written, tag, relation = word.split("/") if "/" in word else (word, _MARKS[word], "punct")
        form, _, lemma = written.partition("=")
        relation, _, head = relation.partition(">")
        text += "" if glued or form in _NO_BLANK_BEFORE else " "
        glued = form in _NO_BLANK_AFTER
        tokens.append(
            Token(
                index=index,
                text=form,
                lemma=lemma or (form if tag.startswith("NNP") else form.lower()),
                tag=tag,
                relation=relation,
                head=int(head) - 1 if head else root,
                start=len(text),
                end=len(text) + len(form),
            )
        )
        text += form
    return tuple(tokens), text


def _sentence(tokens: tuple[Token, ...], number: int, kind: str) -> Sentence:
    below: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            below[token.head].append(token.index)
    return Sentence(
        index=number,
        part=number,
        kind=kind,
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tokens,
        children=tuple(tuple(children) for children in below),
    )
