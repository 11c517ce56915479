"""Wording: how people and bodies without a name are called in a record: "Kenyan protesters", "television crew"."""

from dragoman.actors.phrases import Phrase, spelled

_TELLING = ("JJ", "NN", "VBN", "VBG", "HYPH", "AFX", "POS")
HOW_MANY = frozenset({"several", "many", "most", "other", "few", "some", "more", "numerous", "various", "two", "three"})
_IDLE = HOW_MANY | {"additional", "further", "new", "same", "such"}


def worded(phrase: Phrase, *, adjective: str | None) -> str:
    """The phrase without articles, figures and words that tell nothing ("many").

    `adjective` is that of the state whose people they are, if it is known: it comes first where no word names a state.
    """
    owner = phrase.owner
    is_of_state = adjective is not None and owner is not None and owner.tag.startswith("NNP")
    words = [
        token
        for token in phrase.words
        if token.tag.startswith(_TELLING)
        and (token is phrase.head or token.text.lower() not in _IDLE)
        and not (is_of_state and owner is not None and token.index <= owner.index + 1)
    ]
    called = spelled(words).lstrip("-– ")  # "party government" of "all-party government"
    if words[0].index == 0 and not words[0].tag.startswith("NNP"):
        called = called[:1].lower() + called[1:]
    names_a_state = any(token.text[:1].isupper() and token.index > 0 for token in words)
    return called if adjective is None or names_a_state else f"{adjective} {called}"
