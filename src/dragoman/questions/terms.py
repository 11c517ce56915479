"""Takes the text of a question, gives its terms: `-type:CONSULT,AGREE` is a name, a sign and two values, excluded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import QuestionError

# A quotation mark inside straight ones is doubled, as in CSV.
_QUOTED = r'"(?:[^"]|"")*"|“[^“”]*”'
_TERM = re.compile(rf'(?:[^\s"“”]|{_QUOTED})+')
_HEAD = re.compile(r"(?P<name>[A-Za-z][A-Za-z_-]*)(?P<sign>:|>=|<=|=|>|<)")
_BLANK = re.compile(r"\s*")
_END = r"\Z"
_MARKS = re.compile(r'["“”]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term: `name` is empty for words, `rest` what follows the sign; `position` and `at`, of the rest, count from 1.

    An equals sign is told as the colon that it stands for.
    """

    name: str
    sign: str
    rest: str
    excluded: bool
    position: int
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value without its quotation marks, whether it had any, and where it stands (from 1)."""

    text: str
    quoted: bool
    position: int


def terms(text: str) -> Iterator[Term]:
    """The terms of the text, in order. Blanks part them, unless they stand in quotation marks."""
    reached = 0
    while (blank := _BLANK.match(text, reached)) and blank.end() < len(text):
        reached = blank.end()
        found = _TERM.match(text, reached)
        if found is None or (found.end() < len(text) and not text[found.end()].isspace()):
            mark = found.end() if found else reached
            raise fault(
                mark + 1, f"the quotation mark {text[mark]} has no partner; close it, or double it inside others"
            )
        yield term(found[0], found.start() + 1)
        reached = found.end()


def term(raw: str, position: int = 1) -> Term:
    """One term, as it stands in a text."""
    minus = raw.startswith("-")
    found = _HEAD.match(raw, int(minus))
    start = found.end() if found else int(minus)
    name = found["name"].lower().replace("-", "_") if found else ""
    sign = found["sign"] if found else ""
    return Term(
        name="as-of" if name == "as_of" else name,
        sign=":" if sign == "=" else sign,
        rest=raw[start:],
        excluded=minus,
        position=position,
        at=position + start,
    )


def values(given: Term, *, mark: str) -> tuple[list[Value], list[str]]:
    """The values of a term, and the marks between them: those of the expression `mark`, outside quotation marks."""
    part = re.compile(rf'((?:{_QUOTED}|(?!{mark or _END})[^"“”])*)({mark or _END}|{_END})')
    found, marks, reached = list[Value](), list[str](), 0
    while (match := part.match(given.rest, reached)) is not None:
        found.append(_value(match[1], given.at + reached))
        reached = match.end()
        if not match[2]:
            break
        marks.append(match[2])
    return found, marks


def _value(raw: str, position: int) -> Value:
    quoted = _MARKS.search(raw) is not None
    if quoted and not re.fullmatch(_QUOTED, raw):
        raise fault(position, f"quotation marks go around the whole of {raw}")
    text = raw[1:-1] if quoted else raw
    if not text:
        raise fault(position, "a value is missing; write it here, without a blank before it")
    return Value(text=text.replace('""', '"') if raw.startswith('"') else text, quoted=quoted, position=position)


def quote(text: str) -> str:
    """The text in quotation marks, as `values` reads it."""
    return '"' + text.replace('"', '""') + '"'


def fault(position: int, what: str) -> QuestionError:
    """The error for a fault at a character of the text, counted from 1."""
    return QuestionError(f"character {position}: {what}")
