"""Collective names that a text gives: "A, B and C, collectively referred to as the “Asia-Pacific partners”"."""

import re
from collections.abc import Iterable, Sequence

from dragoman.actors.cast import Cast
from dragoman.actors.phrases import Phrase
from dragoman.actors.references.joining import Joined, joined_in
from dragoman.actors.setting import Resolved
from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence

Listed = tuple[int, int, tuple[Participant, ...]]  # where a group begins and ends in its sentence, and who is in it

_WORD = r"[A-Z][\w’'-]*"
_NAME = rf"(?P<name>{_WORD}(?: (?:of |for |the )?(?!on ){_WORD}){{0,4}})"
_QUOTED = r"[\"“‘'](?:the )?(?P<quoted>[^\"”’']{2,40})[\"”’']"
_GIVING = "known|referred to|called|dubbed|termed|named|styled|labelled|nicknamed|described"
_SHAPES = (
    # "(the "Core Group")", "(hereinafter “the Parties”)"
    rf"\((?:hereinafter |hereafter |collectively |together |jointly )*(?:the )?{_QUOTED}\)",
    # "referred to by NATO as its “Asia-Pacific partners”", "known as the Troika", "just called the Co-Chairs"
    (
        rf"\b(?:{_GIVING})(?: by [^,;“\"]{{1,30}}?)?(?: as)? (?:the |its |their |a |an )?(?:so-called )?"
        rf"(?:{_QUOTED}|{_NAME})"
    ),
    # "the so-called Frugal Four", "collectively the Six Parties", "under the name of the Nordic Five"
    rf"\b(?:so-called|collectively the|jointly the|together the|under the name of the|or the) (?:{_QUOTED}|{_NAME})",
    # "call themselves the Group of Four", "what they called the Associated Trio"
    rf"\b(?:call|calls|called|style|styles|styled|dub|dubbed) (?:themselves |itself |them )?the (?:{_QUOTED}|{_NAME})",
    # "met as the Contact Group"
    rf"\bas the {_NAME}",
)
_CUES = tuple(re.compile(shape) for shape in _SHAPES)
_ADDING = re.compile(r"\b(?:together with|along with|as well as|joined by|plus)\b")


def given_before(phrase: Phrase, cast: Cast) -> Resolved | None:
    """The members of a collective name that the text has given before; of a long one its last word will do."""
    if not cast.groups:
        return None
    words = _plain(" ".join(token.text for token in phrase.words if token.tag not in {"DT", "PRP$"}))
    members = cast.groups.get(words)
    if members is None and phrase.is_definite() and not phrase.modifiers and phrase.head.text[:1].isupper():
        members = next((those for name, those in cast.groups.items() if name.split()[-1] == words), None)
    because = f"collective name '{words}'"
    return Resolved(participants=members, rule="collective", because=because) if members else None


def given_in(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> dict[str, tuple[Participant, ...]]:
    """The collective name that the sentence gives, if it does, and those listed before it as its members."""
    groups = [group for group in joined_in(sentence, mentions) if len(group.participants) > 1]
    if not groups:
        return {}
    everybody = [*groups, *(Joined(head=one.head, participants=one.participants) for one in mentions)]
    text = document.unwrapped_between(sentence.start, sentence.end)
    for cue in _CUES:
        for match in cue.finditer(text):
            members = _members(text, *(_before(sentence, some, match.start()) for some in (groups, everybody)))
            if members:
                return {_plain(match.groupdict().get("quoted") or match.groupdict().get("name") or ""): members}
    return {}


def _before(sentence: Sentence, groups: Iterable[Joined], offset: int) -> list[Listed]:
    """The groups that stand wholly before an offset of the sentence: where they begin and end, and who they are."""
    placed = [
        (
            min(one.start for one in group.participants) - sentence.start,
            max(one.end for one in group.participants) - sentence.start,
            group.participants,
        )
        for group in groups
    ]
    return sorted((one for one in placed if one[0] >= 0 and one[1] <= offset), key=lambda one: one[:2])


def _members(text: str, groups: Sequence[Listed], everybody: Sequence[Listed]) -> tuple[Participant, ...]:
    """The largest group listed before, and those added to it by "together with"."""
    if not groups:
        return ()
    _, end, members = max(groups, key=lambda one: (len(one[2]), -one[0]))
    added = [
        one
        for other_start, _, participants in everybody
        if other_start >= end and _ADDING.search(text[end:other_start])
        for one in participants
    ]
    return tuple({one.id: one for one in (*members, *added)}.values())


def _plain(name: str) -> str:
    """The name as it is compared: in lower case, its hyphens without the blanks that part tokens."""
    return name.lower().replace(" - ", "-").strip(" ,.")
