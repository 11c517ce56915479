"""Decoding: takes the bytes of a file, gives its text and the notes on it, or the reason why it is no text."""

import codecs
import re
from dataclasses import dataclass

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
)
# HTML and XML say their encoding near the top, in ASCII.
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
MOST_CONTROLS = 0.02  # text has next to no control characters; a fiftieth of the bytes is a binary file


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and what a reader should know of its decoding; or no text, and the reason."""

    text: str | None
    notes: tuple[str, ...] = ()
    reason: str = ""


def decode(raw: bytes) -> Decoded:
    """Text of bytes: by byte order mark, as UTF-8, by the declared encoding, else as Windows-1252 with a note."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return decode_as(raw, encoding)
    if reason := binary(raw):
        return Decoded(None, reason=reason)
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return decode_other(raw)


def binary(raw: bytes) -> str:
    """Why these bytes are no text; empty if they may be."""
    for mark, name in BINARY:
        if raw.startswith(mark):
            return f"{name}, not text; save it as plain text or HTML first"
    head = raw[:65536]
    controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\r\x0b\x0c\x1b")
    if head and (b"\0" in head or controls / len(head) > MOST_CONTROLS):
        return "binary, not text; save it as plain text or HTML first"
    return ""


def decode_other(raw: bytes) -> Decoded:
    """Text of bytes that are not UTF-8 as they stand."""
    if declared := DECLARED.search(raw[:4096]):
        name = declared[1].decode("ascii")
        if known(name) not in {None, "utf-8"}:
            return decode_as(raw, name)
    text = raw.decode("utf-8", errors="replace")
    foreign, broken = sum(map(str.isalpha, re.findall(r"[^\x00-\x7f]", text))), text.count("\ufffd")
    # A UTF-8 file with some bytes lost has more whole characters than broken ones; Windows-1252 read as UTF-8 has none.
    if foreign + len(re.findall("[‘’“”–—…]", text)) > broken:
        return Decoded(text, (f"{broken} bytes were not UTF-8 and were replaced by \ufffd",))
    return decode_as(raw, "cp1252", "the encoding is not stated; read as Windows-1252")


def known(encoding: str) -> str | None:
    """The encoding's own name, or None where there is no such text encoding."""
    try:
        b"".decode(encoding)
        return codecs.lookup(encoding).name
    except (LookupError, ValueError, UnicodeError):
        return None


def decode_as(raw: bytes, encoding: str, *notes: str) -> Decoded:
    """Text of bytes in `encoding`, with a note where characters had to be replaced."""
    text = raw.decode(encoding, errors="replace")
    if broken := text.count("\ufffd"):
        notes = (*notes, f"{broken} characters could not be read as {encoding} and were replaced by \ufffd")
    return Decoded(text, notes)
