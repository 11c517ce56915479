"""Parts: takes a text's paragraphs, gives its parts, each with its kind; they leave out white space only."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.documents import lines
from dragoman.documents.dateline import dateline_end
from dragoman.documents.front import find_front, furniture, is_headline
from dragoman.documents.paragraphs import Block, block
from dragoman.documents.words import words

LONGEST_HEADING = 12  # words
LONGEST_TAIL = 6  # paragraphs that "About the author" may head
NEAR_COLON = 12  # words before a colon in which a word of speech introduces a quotation


def tell_parts(blocks: list[Block], title: str | None = None) -> list[Block]:
    """The paragraphs with their kinds, datelines and credits cut off. Kinds that markup told are kept."""
    if len(blocks) == 1 and blocks[0].kind is None:
        return list(cut_dateline(replace(blocks[0], kind="body")))
    told = keep_front(blocks, title)
    told = mark_tail(mark_body(told, title))
    return [piece for each in mark_quotations(told) for piece in cut(each)]


def keep_front(blocks: list[Block], title: str | None) -> list[Block]:
    """The front marked, unless markup has told it."""
    if any(each.kind == "headline" for each in blocks):
        return blocks
    kinds = find_front(blocks, title)
    front = [replace(each, kind=each.kind or kind) for each, kind in zip(blocks, kinds, strict=False)]
    return front + blocks[len(front) :]


def mark_body(blocks: list[Block], title: str | None) -> list[Block]:
    """Everything below the front: headings and furniture told from body paragraphs."""
    headlines = {lines.normal(each.text) for each in blocks if each.kind == "headline"} | (
        {lines.normal(title)} if title else set()
    )
    return [each if each.kind else mark_one(blocks, index, headlines) for index, each in enumerate(blocks)]


def mark_one(blocks: list[Block], index: int, headlines: set[str]) -> Block:
    """One paragraph below the front."""
    each = blocks[index]
    if lines.is_title(each.text) and any(is_headline(each.text, headline) for headline in headlines):
        return replace(each, kind="headline")
    kind = furniture(each.text)
    if kind in {"credit", "byline", "boilerplate", "dateline"}:
        return replace(each, kind=kind)
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if kind == "caption" or (lines.is_credit(following) and captioned(each.text)):
        return replace(each, kind="caption")
    return replace(each, kind="heading" if is_heading(each.text, following) else "body")


def captioned(text: str) -> bool:
    """Whether a paragraph above a credit is its caption: one sentence in the present tense, or no sentence at all."""
    short = lines.word_count(text) <= lines.LONGEST_CAPTION / 2 and lines.one_sentence(text)
    return short and (not lines.is_prose(text) or any(word in words().caption_verbs for word in text.split()))


def is_heading(text: str, following: str) -> bool:
    """Whether it heads the prose that follows; rows of figures and notes do not."""
    short = lines.word_count(text) <= LONGEST_HEADING and not text.endswith(".") and len(re.findall(r"\d+", text)) < 2
    return short and lines.is_title(text) and not lines.is_prose(text) and lines.is_prose(following)


def mark_tail(blocks: list[Block]) -> list[Block]:
    """What a line such as "About the author" heads is boilerplate, to the end or, far from it, for one paragraph."""
    told = list(blocks)
    for index, each in enumerate(blocks):
        if (
            each.kind == "boilerplate"
            and lines.opens_boilerplate(each.text)
            and any(b.kind == "body" for b in blocks[:index])
        ):
            left = len(blocks) - index - 1
            for below in range(index + 1, index + 1 + (left if left <= LONGEST_TAIL else 1)):
                told[below] = replace(told[below], kind="boilerplate")
    return told


def mark_quotations(blocks: list[Block]) -> list[Block]:
    """Block quotations: paragraphs after one that ends in a colon and speaks of speech, while the speaker goes on."""
    told, quoting, open_ = list(blocks), False, False
    for index, each in enumerate(blocks):
        if each.kind != "body":
            quoting = quoting and each.kind in {"caption", "credit", "boilerplate"}
            continue
        before = blocks[index - 1] if index and blocks[index - 1].kind in {"body", "quotation"} else None
        introduced = (
            before is not None and not quoting and introduces(before.text) and begins_quotation(each.text, before.text)
        )
        quoting = introduced or (quoting and (open_ or goes_on(each.text)))
        if quoting:
            told[index] = replace(each, kind="quotation")
            open_ = each.text[0] in '“"' and not closes(each.text)
    return told


def introduces(text: str) -> bool:
    """Whether it ends in a colon, and its speaker is not "we": a communiqué's own lists are no quotations."""
    return text.endswith(":") and not first_person().search(lines.without_quotes(text))


def begins_quotation(text: str, introduction: str) -> bool:
    """Whether the paragraph after a colon is somebody's speech."""
    if lines.LISTED.match(text) or lines.is_table_row(text):
        return False
    if first_person().search(text) or text[0] in '“"':
        return True
    near = [word.lower() for word in lines.WORD.findall(introduction)[-NEAR_COLON:]]
    spoken = not words().speech.isdisjoint(near) and words().listing.isdisjoint(near[-4:])
    return spoken and lines.ends_sentence(text)


def goes_on(text: str) -> bool:
    """Whether a paragraph after a quotation is still its speaker's: in the first person outside of quotation marks."""
    return first_person().search(lines.without_quotes(text)) is not None and not text.endswith(":")


def closes(text: str) -> bool:
    """Whether the quotation mark that opens the paragraph is closed at its end."""
    return text.rstrip(" .,!?")[-1:] in {"”", '"'} and len(text) > 1


@cache
def first_person() -> re.Pattern[str]:
    """Words that a speaker uses of himself or his side; "US" is a state."""
    forms = sorted(
        {form for word in words().first_person for form in (word, word[0].upper() + word[1:])}, key=len, reverse=True
    )
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, forms))})(?![\w’'.]*[A-Z])\b")


def cut(each: Block) -> Iterator[Block]:
    """A paragraph as parts: a dateline before the body, a credit after the caption."""
    if each.kind == "body":
        yield from cut_dateline(each)
    elif each.kind == "caption" and (start := lines.credit_tail(each.text)):
        yield block(each.text, 0, start, "caption").moved(each.start)
        yield block(each.text, start, len(each.text), "credit").moved(each.start)
    else:
        yield each


def cut_dateline(each: Block) -> Iterator[Block]:
    """A body paragraph without its dateline, and before it the dateline."""
    if found := dateline_end(each.text):
        end, start = found
        yield block(each.text, 0, end, "dateline").moved(each.start)
        yield block(each.text, start, len(each.text), "body").moved(each.start)
    else:
        yield each
