"""Coverage: takes a large body of texts that nobody annotated, gives the share of political sentences with an event.

A sentence counts if it names two or more actors (states, organisations, groups; not firms) and has a verb or noun of
politics: one of `political_words.yaml`, a list that does not follow the frames, so that figures can be compared over
time. It yields if an event of at least one of these actors has its trigger there. Coverage says nothing of whether the
event is right; `accuracy/run.py` does.

Then the commonest verbs and nouns, with their prepositions, whose clauses have two actors as arguments and give no
event: a list of work for whoever writes frames. Many rightly give none ("owns", "exports").

    python benchmarks/coverage.py [--corpus FILE] [--items 2000] [--seed 7] [--least 20] [--show 60] [--topics FIELD]
"""

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from dragoman.pipeline import load
from dragoman.records.clause import Argument, Clause
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.records.reading import Read, Reading
from dragoman.sources import Item, read_items

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "../shared/corpora/reuters-21578.jsonl.gz"
WORDS = Path(__file__).with_name("political_words.yaml")
ACTORS = frozenset({"state", "igo", "group", "organisation"})
# Firms: what they do among themselves is no politics, and of their dealings with a state little is.
PRIVATE = frozenset({"BUS"})
LEAST_ACTORS = 2
# A name deep inside a long phrase is no argument of the verb.
LONGEST_PHRASE = 12
GRAMMAR = frozenset({"doer", "done-to", "content", "complement", "modifier", "particle", "between"})
MOST_PREPOSITIONS = 4
LONGEST_EXAMPLE = 150


@dataclass(slots=True)
class Tally:
    """What is counted: sentences by topic, and the words of clauses that gave nothing."""

    political: Counter[str] = field(default_factory=Counter)
    yielding: Counter[str] = field(default_factory=Counter)
    silent: Counter[tuple[str, str]] = field(default_factory=Counter)
    prepositions: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    examples: dict[tuple[str, str], str] = field(default_factory=dict)


def main() -> int:
    """Prints the shares and the list; never fails, since no share is the right one."""
    options = _options()
    if not options.corpus.exists():
        print(f"skipped: there is no corpus {options.corpus.name}")
        return 0
    items = _sample(options.corpus, options.items, options.seed)
    topics = _topics(options.corpus, options.topics)
    tally = _tally(items, topics, _political_words())
    _print_shares(tally, options.least)
    _print_silent(tally, options.show)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--items", type=int, default=2000, help="how many texts are drawn")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--least", type=int, default=20, help="sentences that a topic needs to be shown")
    parser.add_argument("--show", type=int, default=60, help="how many words are listed")
    parser.add_argument("--topics", default="topics", help="field of a JSON line that tells its topics")
    return parser.parse_args()


def _sample(corpus: Path, number: int, seed: int) -> list[Item]:
    items = [item for item in read_items([corpus]) if isinstance(item, Item)]
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    return chance.sample(items, min(number, len(items)))


def _topics(corpus: Path, name: str) -> dict[str, list[str]]:
    """Topics by the id of a text; none where the corpus is no file of JSON lines that tells them."""
    if ".jsonl" not in corpus.name:
        return {}
    written = gzip.decompress(corpus.read_bytes()) if corpus.suffix == ".gz" else corpus.read_bytes()
    rows = [json.loads(line) for line in written.splitlines() if line.strip()]
    return {str(row["id"]): _listed(row.get(name)) for row in rows if "id" in row}


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []


def _political_words() -> dict[str, frozenset[str]]:
    """By kind of clause, the dictionary forms that tell of politics."""
    written = yaml.safe_load(WORDS.read_text("utf-8"))
    return {"verb": frozenset(written["verbs"]), "noun": frozenset(written["nouns"])}


def _tally(items: Sequence[Item], topics: dict[str, list[str]], words: dict[str, frozenset[str]]) -> Tally:
    coder, tally = load(), Tally()
    read = (one for one in coder.read(items) if isinstance(one, Read))
    coded = (one for one in coder.stream(items) if isinstance(one, Coded))
    for one, other in zip(read, coded, strict=True):
        for reading in one.readings:
            if (actors := _actors(reading)) and _is_political(reading, words):
                events = [event for event in other.events if _triggers(event, reading)]
                _count(tally, topics.get(one.document.source_id or "", []), events, actors)
                _count_silent(tally, reading, events, one.document.text)
    return tally


def _actors(reading: Reading) -> frozenset[str]:
    """Ids of the actors that a sentence names, if it names enough of them."""
    return _enough(one for mention in reading.mentions.values() for one in mention.participants)


def _enough(participants: Iterable[Participant]) -> frozenset[str]:
    """Ids of those who are actors, if there are enough of them."""
    ids = frozenset(one.id for one in participants if one.kind in ACTORS and one.sector not in PRIVATE)
    return ids if len(ids) >= LEAST_ACTORS else frozenset()


def _is_political(reading: Reading, words: dict[str, frozenset[str]]) -> bool:
    return any(clause.lemma in words[clause.kind] for clause in reading.clauses.values())


def _triggers(event: Event, reading: Reading) -> bool:
    return reading.sentence.start <= event.trigger.start < reading.sentence.end


def _count(tally: Tally, topics: Iterable[str], events: Sequence[Event], actors: frozenset[str]) -> None:
    names = ["all", *(topics or ["no topic"])]
    tally.political.update(names)
    if any(one.id in actors for event in events for one in (*event.actors, *event.recipients)):
        tally.yielding.update(names)


def _count_silent(tally: Tally, reading: Reading, events: Sequence[Event], text: str) -> None:
    """Clauses with two actors among their arguments and no trigger on their head, nor on the noun that they carry."""
    tokens = reading.sentence.tokens
    for clause in reading.clauses.values():
        token = tokens[clause.head]
        starts = [token.start, *(tokens[argument.head].start for argument in clause.arguments)]
        if any(event.trigger.start <= start < event.trigger.end for event in events for start in starts):
            continue
        if _enough(one for argument in clause.arguments for one in _participants(argument, reading)):
            key = (clause.kind, clause.lemma)
            tally.silent[key] += 1
            tally.prepositions.setdefault(key, Counter()).update(_prepositions(clause))
            tally.examples.setdefault(key, _example(text[reading.sentence.start : reading.sentence.end], token.text))


def _participants(argument: Argument, reading: Reading) -> Iterator[Participant]:
    """Who fills an argument: its own mention, or those within a short phrase."""
    if argument.head in reading.mentions:
        yield from reading.mentions[argument.head].participants
        return
    phrase = reading.sentence.subtree(argument.head)
    if len(phrase) <= LONGEST_PHRASE:
        for index in phrase:
            if index in reading.mentions:
                yield from reading.mentions[index].participants


def _prepositions(clause: Clause) -> set[str]:
    return {argument.role for argument in clause.arguments} - GRAMMAR


def _example(sentence: str, word: str) -> str:
    """The words around the verb or noun, so that the example fits a line."""
    plain = " ".join(sentence.split())
    start = max(0, plain.find(word) - LONGEST_EXAMPLE // 2)
    return plain[start : start + LONGEST_EXAMPLE]


def _print_shares(tally: Tally, least: int) -> None:
    print(f"{'topic':24}{'sentences':>10}{'with event':>11}{'share':>8}")
    for topic, number in tally.political.most_common():
        if number >= least:
            print(f"{topic:24}{number:10}{tally.yielding[topic]:11}{tally.yielding[topic] / number:8.3f}")


def _print_silent(tally: Tally, show: int) -> None:
    print(f"\n{'times':>5}  word with two actors as arguments and no event")
    for key, number in tally.silent.most_common(show):
        words = ", ".join(f"{word} {times}" for word, times in tally.prepositions[key].most_common(MOST_PREPOSITIONS))
        print(f"{number:5}  {key[1]} ({key[0]}; {words or 'no preposition'})\n         … {tally.examples[key]}")


if __name__ == "__main__":
    sys.exit(main())
