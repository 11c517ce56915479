"""Releasing: freezes what a store holds as a dataset in a folder: records, codebook, sources, terms and changes."""

from dragoman.releasing.changing import Changes, changes_between
from dragoman.releasing.freezing import Release, release
from dragoman.releasing.manifest import Manifest, read_manifest, verify

__all__ = ["Changes", "Manifest", "Release", "changes_between", "read_manifest", "release", "verify"]
