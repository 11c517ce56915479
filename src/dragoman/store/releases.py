"""Releases: what a store knows of the datasets released from it: their names, when, where, and the manifest."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from dragoman.store import schema
from dragoman.store.packing import packed, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release: `moment` is the UTC time that it tells, `folder` where it was written, `manifest` its text."""

    name: str
    moment: str
    folder: str
    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What the column `manifest` holds."""

    folder: str
    manifest: str


def every_release(connection: Connection) -> tuple[Released, ...]:
    """All releases, the oldest first."""
    releases = schema.releases.c
    return tuple(
        Released(name=row.name, moment=row.made_at, folder=kept.folder, manifest=kept.manifest)
        for row in connection.execute(select(schema.releases).order_by(releases.made_at, releases.name))
        for kept in (unpacked(row.manifest, _Kept),)
    )


def note_release(connection: Connection, released: Released) -> None:
    """Writes a release down; a name is given once."""
    kept = packed(_Kept(folder=released.folder, manifest=released.manifest))
    connection.execute(insert(schema.releases).values(name=released.name, made_at=released.moment, manifest=kept))
