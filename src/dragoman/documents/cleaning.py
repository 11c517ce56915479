"""Cleaning: takes decoded text, gives text without control and invisible characters; offsets are fixed after it.

Control characters, tabs and hard blanks between words become plain blanks one for one, so that offsets of a clean file
are those of the file.
Only marks that have no width (soft hyphens, zero-width blanks, direction marks) are taken out; joiners stay, since
emoji and Persian need them.
"""

import re

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# A hard or odd blank that glues two words ("New\u00a0Zealand");
# between marks, as in "World\u00a0|\u00a0Asia", it may stay.
GLUE = re.compile("(?<=[\\w.,;:!?\"'”’)%])[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000](?=[\\w\"'“‘($€£])")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
RETURN = re.compile("\r(?=\n)")  # what a line end of two characters loses
SURROGATE = re.compile("[\ud800-\udfff]")


def clean(content: str) -> tuple[str, tuple[str, ...]]:
    r"""Clean text, and what a reader should know of it: `clean("a\\x00b")` gives `"a b"` and one note."""
    notes = []
    text = LINE_END.sub("\n", content)
    text, count = CONTROL.subn(" ", text)
    if count:
        notes.append(f"{count} control characters were replaced by blanks")
    # Marks without width first: a hard blank behind one glues two words as well.
    text, taken = INVISIBLE.subn("", text.replace("\t", " "))
    text = GLUE.sub(" ", text)
    if taken:
        notes.append(f"{taken} invisible characters were taken out")
    text, broken = SURROGATE.subn("\ufffd", text)
    if broken:
        notes.append(f"{broken} halves of characters were replaced by \ufffd")
    return text, tuple(notes)


def origins(content: str) -> list[int]:
    r"""For each character of the clean text, where in the content it stood: `origins("a\r\nb")` gives `[0, 2, 3]`."""
    taken = {found.start() for found in RETURN.finditer(content)} | {f.start() for f in INVISIBLE.finditer(content)}
    return [at for at in range(len(content)) if at not in taken]
