"""Takes a sentence, gives the words in it that may head a phrase for somebody, in the order in which to read them."""

from collections.abc import Container, Iterator, Mapping

from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit, World
from dragoman.records.sentence import Sentence, Token

_INNER = frozenset({"compound", "nmod", "case", "aux", "auxpass", "punct"})
_NOUNLESS = frozenset({"DT", "CD", "JJ", "JJS"})  # "both", "two", "the poorest" stand for somebody only by themselves
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj", "agent"})


class Candidates:
    """Callable: a sentence and the names in it in, the words that may head a phrase for somebody out."""

    def __init__(self, world: World, references: References) -> None:
        self._bodies = world.nouns
        self._arms = references.arms

    def __call__(self, sentence: Sentence, named: Mapping[int, Hit]) -> list[Token]:
        """In the order of the text, but what belongs to another word before it: "the leaders of the alliance"."""
        wanted = {
            token.index
            for token in sentence.tokens
            if not _is_inside_name(token, named) and (_may_name(token, named) or self._is_body(sentence, token))
        }
        seen: set[int] = set()
        return [
            sentence.tokens[index] for head in sorted(wanted) for index in _inner_first(sentence, head, wanted, seen)
        ]

    def _is_body(self, sentence: Sentence, token: Token) -> bool:
        """Of "a rebel stronghold" the rebels are somebody; of "fighter aircraft" nobody is named by the fighter."""
        is_before_noun = token.relation == "compound" and token.tag.startswith("NN")
        return is_before_noun and token.lemma in self._bodies and sentence.tokens[token.head].lemma not in self._arms


def _is_inside_name(token: Token, named: Mapping[int, Hit]) -> bool:
    """Whether it belongs to another word of the same name: of "World Court" only the court is a head."""
    hit = named.get(token.index)
    return hit is not None and token.head != token.index and named.get(token.head) is hit


def _may_name(token: Token, named: Mapping[int, Hit]) -> bool:
    if token.index in named or token.tag in {"PRP", "PRP$", "WP"}:
        return True
    if token.tag.startswith("NN"):
        return token.relation not in _INNER
    if token.text.lower() in {"former", "latter"}:
        return token.relation != "amod"
    return token.tag in _NOUNLESS and token.relation in _ARGUMENTS


def _inner_first(sentence: Sentence, index: int, wanted: Container[int], seen: set[int]) -> Iterator[int]:
    """The possessors of a word and what follows its "of", as far as they are wanted and not yet seen, then the word."""
    if index in seen:
        return
    seen.add(index)
    for child in sentence.children[index]:
        token = sentence.tokens[child]
        if token.relation == "poss":
            yield from _inner_first(sentence, child, wanted, seen)
        elif token.relation == "prep" and token.lemma == "of":
            for inner in sentence.children[child]:
                yield from _inner_first(sentence, inner, wanted, seen)
    if index in wanted:
        yield index
