"""Readme: takes what was written into a release, gives its README.md: what is in it, and how much of what."""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.releasing.acts import Acts
from dragoman.releasing.coverage import SILENT, Coverage
from dragoman.releasing.manifest import Manifest
from dragoman.releasing.markdown import one_line, table
from dragoman.releasing.texts import Texts

FILE = "README.md"
_STATUSES = ("occurred", "planned", "pledged", "requested", "threatened", "possible", "cancelled", "negated")
_FILES = (
    ("acts.jsonl.gz, acts.parquet, acts.csv", "what happened: each act once, with its fullest report"),
    ("events.jsonl.gz", "what was reported: each report of an act, with the words that prove it; sorted by document"),
    ("documents.jsonl.gz", "what was read, with or without events in it; sorted by id"),
    ("sources.csv", "who published it, on how many days, and where it has gaps"),
    ("codebook/", "the packs by which it was coded"),
    ("CHANGES.md", "what changed since the release before"),
    ("LICENCES.md", "what may be done with it"),
    ("CITATION.cff", "how to cite it"),
    ("manifest.json", "versions, counts, and SHA-256 and size of every file"),
)  # fmt: skip


def readme(manifest: Manifest, texts: Texts, acts: Acts, covered: Sequence[Coverage], *, about: str) -> bytes:
    """The page."""
    return "\n".join(_parts(manifest, texts, acts, covered, about)).encode()


def _parts(manifest: Manifest, texts: Texts, acts: Acts, covered: Sequence[Coverage], about: str) -> Iterator[str]:
    counts = manifest.counts
    yield f"# {one_line(manifest.title)}, {one_line(manifest.name)}\n"
    if about:
        yield f"{about.strip()}\n"
    yield (
        f"{counts.acts:,} acts, told by {counts.events:,} events in {counts.documents:,} documents of "
        f"{counts.sources:,} sources, as the store was at {manifest.moment}. Released with Dragoman "
        f"{manifest.dragoman}.\n"
    )
    yield from _codings(manifest)
    yield "## Files\n"
    yield table(("file", "what it has"), _FILES)
    yield "## Acts by type and status\n"
    yield _by_kind(acts)
    yield "## By year\n"
    yield _by_year(acts.by_year, texts.by_year)
    yield (
        "Acts are counted in the year in which they happened or are to happen; those whose day no text tells, in that "
        "of their first report.\n"
    )
    yield "## Events by type\n"
    yield table(("type", "events"), sorted(texts.events_by_type.items()))
    yield "## Sources\n"
    yield from _sources(covered)
    yield "## Check\n"
    yield (
        "`manifest.json` has the SHA-256 of every file; in Python, `dragoman.releasing.verify(folder)` compares them "
        "all.\n"
    )


def _codings(manifest: Manifest) -> Iterator[str]:
    others = {coding: number for coding, number in manifest.codings.items() if coding != manifest.coder}
    if not others:
        yield f"All documents were coded by one version: {manifest.coder}.\n"
        return
    yield (
        f"**Not all documents were coded by one version**, {manifest.coder}. What differs between these documents may "
        "differ because of that; coding the store anew before a release makes them comparable.\n"
    )
    yield table(("coded by", "documents"), manifest.codings.items())


def _by_kind(acts: Acts) -> str:
    """A row a type, a column a status; with the sums."""
    types = sorted({type_ for type_, _ in acts.by_kind})
    statuses = [status for status in _STATUSES if any(status == one for _, one in acts.by_kind)]
    rows: list[tuple[str | int, ...]] = [
        (type_, *(acts.by_kind[type_, status] for status in statuses), _sum(acts, type_=type_)) for type_ in types
    ]
    if rows:
        rows.append(("all", *(_sum(acts, status=status) for status in statuses), acts.number))
    return table(("type", *statuses, "all"), rows)


def _sum(acts: Acts, *, type_: str | None = None, status: str | None = None) -> int:
    return sum(
        number for (one, other), number in acts.by_kind.items() if type_ in {None, one} and status in {None, other}
    )


def _by_year(acts: Mapping[str, int], documents: Mapping[str, int]) -> str:
    years = sorted({*acts, *documents})
    return table(("year", "acts", "documents"), [(year, acts.get(year, 0), documents.get(year, 0)) for year in years])


def _sources(covered: Sequence[Coverage]) -> Iterator[str]:
    yield (
        "A source's days run from its first document to the last day of the dataset. An outlet without a name stands "
        f"for documents whose outlet is not known. Silent are those whose last document is older than {SILENT} days at "
        "the end: a fall of events about what they report on may be theirs.\n"
    )
    silent = [one for one in covered if one.silent]
    yield f"{len(silent):,} of {len(covered):,} sources are silent.\n"
    if silent:
        rows = [(one.source.outlet, one.source.documents, one.last) for one in silent]
        yield table(("silent source", "documents", "last document"), rows)
