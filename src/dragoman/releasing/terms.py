"""Terms: takes on which terms the texts of a release stand, gives LICENCES.md."""

from collections.abc import Iterator

from dragoman.releasing.licences import open_licence
from dragoman.releasing.manifest import Manifest
from dragoman.releasing.markdown import one_line, table
from dragoman.releasing.texts import Texts

FILE = "LICENCES.md"


def licences(manifest: Manifest, texts: Texts, *, licence: str | None) -> bytes:
    """What may be done with each part of the release."""
    return "\n".join(_parts(manifest, texts, licence)).encode()


def _parts(manifest: Manifest, texts: Texts, licence: str | None) -> Iterator[str]:
    stated = (
        f"{one_line(licence)}, given by those whom CITATION.cff names." if licence else "No licence is stated for them."
    )
    yield f"# Licences of {one_line(manifest.title)}, {one_line(manifest.name)}\n"
    yield "## Records\n"
    yield f"Events, acts, sources and counts: {stated} It does not cover the words of the sources that are quoted.\n"
    yield "## Passages\n"
    yield (
        "Every event and act quotes the words that prove it: the trigger, dates, names, and in `evidence` the sentence "
        "or the few sentences that tell it. They are quotations, kept whole whatever the terms of the text, since "
        "without them no record could be checked; they stay under the terms of their source. Who passes passages on "
        "should keep the outlet and the address with them.\n"
    )
    yield _quoted(texts)
    yield "## Texts\n"
    yield (
        f"{texts.texts:,} of {texts.documents:,} documents have their text in `documents.jsonl.gz`, all others only "
        "title, outlet, address, day, and length and hash of the text. A text is there if somebody decided that its "
        "source may be passed on, or if a publication of it states an open licence; it is not there if one of its "
        "sources is kept back, or if the stated terms say more than the name of a licence. For texts under licences "
        "that ask for attribution, it is the outlet and the address that stand beside them.\n"
    )
    yield table(("outlet", "licence as stated", "read as", "documents", "with text"), _rows(texts))
    yield "## Codebook\n"
    yield (
        "The packs by which the texts were coded, each with a `pack.yaml` that names source and licence of every file. "
        "The types and modes of PLOVER are adapted from its manual, copyright 2021 Open Event Data Alliance, under CC "
        "BY-SA 4.0.\n"
    )
    yield table(("pack", "version", "licence"), [(pack.name, pack.version, pack.license) for pack in manifest.packs])


def _quoted(texts: Texts) -> str:
    usual, most = texts.usually_quoted, texts.most_quoted
    if usual is None or most is None:
        return "No document with events is without its text.\n"
    return (
        f"Of documents whose text is not in this release the passages together quote {usual:.0%} at the median and "
        f"{most:.0%} at most.\n"
    )


def _rows(texts: Texts) -> Iterator[tuple[str | int | None, ...]]:
    for outlet, stated in sorted(texts.by_terms, key=lambda terms: (terms[0] or "", terms[1] or "")):
        found = open_licence(stated)
        terms = outlet, stated
        yield outlet, stated, found.id if found else None, texts.by_terms[terms], texts.passed_on[terms]
