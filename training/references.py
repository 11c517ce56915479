"""Measures whom words that name nobody were understood to mean, on the corpus: pronouns, offices, nouns, descriptions.

    python training/references.py [--misses FILE] [FILE ...]

For each coded act whose clause has such a word for its subject or object, and whose gold has one participant on that
side, the word is right if it was understood to mean that one. By rule and word; `--misses` writes the others out.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coded_clauses import coded_clauses
from passages import Passage, read_passages

from dragoman.measure.documents.gold import accepted_slugs
from dragoman.measure.documents.slugs import slugs_of
from dragoman.pipeline import Coder, load
from dragoman.records.participant import Mention

HERE = Path(__file__).parent
SPOKEN = frozenset({"pronoun", "possessive"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A word, by which rule it was understood, whom it was taken to mean and whom the gold has; and the sentence."""

    kind: str
    word: str
    taken: str
    gold: str
    right: bool
    sentence: str
    passage: str


def main() -> int:
    """Prints how often each rule is right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted((HERE / "corpus").glob("*.yaml")))
    parser.add_argument("--misses", type=Path)
    options = parser.parse_args()
    coder = load(readers="grammar")
    cases = [case for file in options.files for passage in read_passages(file) for case in _cases(passage, coder)]
    all_, right = Counter(case.kind for case in cases), Counter(case.kind for case in cases if case.right)
    for kind, times in all_.most_common():
        print(f"{kind:24}{times:6}{right[kind] / times:8.3f}")
    print(f"{'all':24}{len(cases):6}{sum(case.right for case in cases) / max(len(cases), 1):8.3f}")
    if options.misses:
        lines = [f"{c.passage} {c.kind} '{c.word}' {c.taken}, not {c.gold}: {c.sentence}" for c in cases if not c.right]
        options.misses.write_text("\n".join(lines), "utf-8")
    return 0


def _cases(passage: Passage, coder: Coder) -> Iterator[Case]:
    for reading, clause, event in coded_clauses(passage, coder):
        for role, ids in (("doer", event.actors), ("done-to", event.recipients)):
            mentions = [reading.mentions[head] for head in clause.heads(role) if head in reading.mentions]
            if len(mentions) != 1 or len(ids) != 1 or mentions[0].rule in {"name", "person"}:
                continue
            accepted = accepted_slugs(ids, passage.aliases)
            tokens = reading.sentence.tokens
            yield Case(
                kind=_kind(mentions[0]),
                word=mentions[0].participants[0].text,
                taken=", ".join(one.id for one in mentions[0].participants),
                gold=ids[0],
                right=bool(slugs_of(mentions[0].participants) & accepted),
                sentence=reading.sentence.text(0, len(tokens) - 1),
                passage=passage.id,
            )


def _kind(mention: Mention) -> str:
    word = mention.participants[0].text.lower()
    return f"{mention.rule} {word}" if mention.rule in SPOKEN else mention.rule


if __name__ == "__main__":
    sys.exit(main())
