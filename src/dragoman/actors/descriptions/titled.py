"""Titled: "the President" without a name, in a text that names presidents by title: the one who is not named beside."""

import re

from dragoman.actors.naming import Naming
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Setting
from dragoman.knowledge.facts import Office, Person


def titled(phrase: Phrase, office: Office, setting: Setting, naming: Naming) -> Person | None:
    """Who bears the title in the text, if exactly one does besides those whom the sentence names with it.

    "The President spoke with President Xi" in a text that speaks of "President Biden" further on.
    """
    if office.role is None or phrase.is_plural() or not phrase.head.text[:1].isupper():
        return None
    here = _bearers(office, setting.document.text[phrase.sentence.start : phrase.sentence.end])
    if not here:
        return None
    others = _bearers(office, setting.document.text) - here
    if len(others) != 1:
        return None
    return naming.on_surname(next(iter(others)), setting.cast.day)


def _bearers(office: Office, text: str) -> set[str]:
    """The surnames behind the title: of "President Xi Jinping" the first and the last word are tried as one."""
    names = re.findall(rf"\b{re.escape(office.words.title())}\s+([A-Z][\w’'-]+)", text)
    return {name.removesuffix("'s").removesuffix("’s") for name in names}
