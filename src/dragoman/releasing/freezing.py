"""Freezing: takes a store, freezes what it holds as a dataset in a folder, and writes down that it did.

One store at one moment gives the same bytes, wherever and whenever it is released.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from dragoman.errors import DragomanError, SourceError, StoreError
from dragoman.releasing import changing, citing, codebook, readme, terms
from dragoman.releasing.acts import Acts, write_acts
from dragoman.releasing.changing import Changes, changes_between, changes_page
from dragoman.releasing.coverage import Coverage, coverages, source_rows
from dragoman.releasing.manifest import FILE as MANIFEST
from dragoman.releasing.manifest import FORMAT, Counts, Manifest, hashes, verify, written
from dragoman.releasing.texts import Texts, write_texts
from dragoman.store import migrating
from dragoman.store.documents import count_codings, every_document
from dragoman.store.frozen import every_account
from dragoman.store.releases import Released, every_release, note_release
from dragoman.store.sources import every_source
from dragoman.store.store import Store
from dragoman.version import __version__

SOURCES = "sources.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A dataset that was released: where, what is in it, and what changed since the one before.

    `changes` is None if there was none before, or if its files are no longer at hand.
    """

    folder: Path
    manifest: Manifest
    changes: Changes | None


def release(  # noqa: PLR0913 - what a dataset is called and who answers for it, all of it by keyword
    store: Store,
    folder: str | Path,
    *,
    name: str,
    moment: str,
    coder_version: str,
    authors: Sequence[str],
    packs: Sequence[Path] = (),
    title: str = "Events coded with Dragoman",
    about: str = "",
    licence: str | None = None,
    since: str | Path | None = None,
) -> Release:
    """Freezes the whole store as a dataset in a new folder. The folder is there whole, or not at all.

    Args:
        store: the store.
        folder: where the release goes; nothing may be there.
        name: what it is called, "2026-11" or "1.0": each release of a store has a name of its own.
        moment: the UTC time that it states, "2026-11-28T20:00:00Z".
        coder_version: what codes for this store: `Coder.coding`.
        authors: who is to be cited: "Nakamura, Aiko" is a person, a name without a comma is a body.
        packs: folders of packs of your own by which the texts were coded.
        title: of the dataset; the same for all its releases.
        about: a few sentences on what the dataset is, for its README.
        licence: that of the records, by its SPDX identifier: "CC-BY-4.0".
        since: the folder of the release before, if it is no longer where it was written.

    Example:
        >>> release(
        ...     open_store("mystore"),
        ...     "releases/2026-11",
        ...     name="2026-11",
        ...     moment="2026-11-28T20:00:00Z",
        ...     coder_version=load().coding,
        ...     authors=["Nakamura, Aiko"],
        ...     licence="CC-BY-4.0",
        ... ).manifest.counts.acts
        48211

    Raises:
        StoreError: another release of this store has that name.
        DragomanError: something is there already, nothing can be written there, or what was said of it is faulty.
    """
    goal = Path(folder).absolute()
    _check(goal, name, moment, authors)
    past = _past(store, name, moment)
    before = _release_before(past, moment, since)
    with _unfinished(goal) as made:
        copied = codebook.copy_packs(packs, made / codebook.FOLDER)
        data = _write_data(store, made)
        manifest = Manifest(
            format=FORMAT,
            name=name,
            title=" ".join(title.split()),
            moment=moment,
            dragoman=__version__,
            coder=coder_version,
            codings=data.codings,
            packs=copied,
            judge=codebook.judge_files(),
            store_schema=migrating.VERSION,
            counts=data.counts,
            since=before.manifest.name if before else None,
            files=(),
        )
        changes = _compare(before, made)
        pages = {
            changing.FILE: _changes(before, manifest, changes),
            terms.FILE: terms.licences(manifest, data.texts, licence=licence),
            readme.FILE: readme.readme(manifest, data.texts, data.acts, data.covered, about=about),
            citing.FILE: citing.citation(manifest, authors=authors, licence=licence),
        }
        for file, page in pages.items():
            (made / file).write_bytes(page)
        manifest = replace(manifest, files=hashes(made))
        (made / MANIFEST).write_bytes(written(manifest))
        _finish(store, made, goal, manifest)
    return Release(folder=goal, manifest=manifest, changes=changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """The release before: its manifest, and its folder if it is still there as it was."""

    manifest: Manifest
    folder: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Data:
    """What was written of the store."""

    codings: dict[str, int]
    covered: tuple[Coverage, ...]
    texts: Texts
    acts: Acts

    @property
    def counts(self) -> Counts:
        """How many of what."""
        return Counts(
            documents=self.texts.documents,
            texts=self.texts.texts,
            publications=self.texts.publications,
            events=self.texts.events,
            acts=self.acts.number,
            sources=len(self.covered),
        )


def _check(goal: Path, name: str, moment: str, authors: Sequence[str]) -> None:
    if goal.exists() or goal.is_symlink():
        raise DragomanError(f"{goal}: something is there already, and no release is written over; name another folder")
    if not name.strip() or name != " ".join(name.split()):
        raise DragomanError(f"{name!r} is no name of a release; give one line such as 2026-11")
    if not [author for author in authors if author.strip()]:
        raise DragomanError("a release names who is to be cited; give at least one author")
    try:
        universal = datetime.fromisoformat(moment).utcoffset() == timedelta()
    except ValueError:
        universal = False
    if not universal:
        raise DragomanError(f"{moment!r} is no UTC time; give one such as 2026-11-28T20:00:00Z")


def _past(store: Store, name: str, moment: str) -> tuple[Released, ...]:
    """The releases that there were; one of this name and moment may be made once more, if it turns out the same."""
    with store.reading() as connection:
        past = every_release(connection)
    if any(one.name == name and one.moment != moment for one in past):
        raise StoreError(f"{store.location}: another release is called {name}; choose another name")
    return past


def _release_before(past: Sequence[Released], moment: str, since: str | Path | None) -> _Before | None:
    if since is not None:
        return _Before(manifest=verify(Path(since)), folder=Path(since))
    earlier = [one for one in past if one.moment < moment]
    if not earlier:
        return None
    manifest = msgspec.json.decode(earlier[-1].manifest, type=Manifest)
    folder = Path(earlier[-1].folder)
    return _Before(manifest=manifest, folder=folder if _as_it_was(folder, manifest) else None)


def _as_it_was(folder: Path, manifest: Manifest) -> bool:
    try:
        return verify(folder) == manifest
    except SourceError:
        return False


@contextmanager
def _unfinished(goal: Path) -> Iterator[Path]:
    """A new folder beside the goal, on the same disk, since only there it is moved at one stroke."""
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=goal.parent, prefix=f".{goal.name[:40]}-") as beside:
            made = Path(beside) / "release"
            made.mkdir()
            yield made
    except OSError as error:
        raise DragomanError(
            f"{error.filename or goal}: cannot be written: {error.strerror or error}; nothing was released; make room, "
            "or name a folder in which you may write"
        ) from error


def _write_data(store: Store, made: Path) -> _Data:
    """Writes what the store holds, as one moment has it, whatever is written to it meanwhile."""
    with store.reading() as connection:
        data = _Data(
            codings=count_codings(connection),
            covered=coverages(every_source(connection)),
            texts=write_texts(every_document(connection), made),
            acts=write_acts(every_account(connection), made),
        )
    (made / SOURCES).write_bytes(source_rows(data.covered))
    return data


def _compare(before: _Before | None, made: Path) -> Changes | None:
    if before is None or before.folder is None:
        return None
    return changes_between(before.folder, made, name=before.manifest.name)


def _changes(before: _Before | None, manifest: Manifest, changes: Changes | None) -> bytes:
    if before is None:
        return changing.first_release()
    if changes is None:
        return changing.not_compared(before.manifest, manifest)
    return changes_page(changes, before.manifest, manifest)


def _finish(store: Store, made: Path, goal: Path, manifest: Manifest) -> None:
    """Gives the folder its name and writes the release down: both, or neither."""
    text = written(manifest).decode()
    with store.writing() as connection:
        same = [one for one in every_release(connection) if one.name == manifest.name]
        if same and same[0].manifest != text:
            raise StoreError(
                f"{store.location}: {manifest.name} was released already and held something else; choose another name"
            )
        if not same:
            released = Released(name=manifest.name, moment=manifest.moment, folder=str(goal), manifest=text)
            note_release(connection, released)
        if goal.exists():
            raise DragomanError(f"{goal}: something was put there meanwhile; name another folder")
        made.rename(goal)
