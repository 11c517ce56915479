"""Codebook: takes the packs by which texts were coded, copies what a person can read of them into a release."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec
import yaml

from dragoman.errors import PackError
from dragoman.releasing.manifest import FileHash, PackVersion, hashes

FOLDER = "codebook"
_SHIPPED = ("plover", "world")
_ENDINGS = frozenset({".yaml", ".yml", ".csv", ".md", ".txt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What of a pack.yaml a release tells."""

    name: str
    version: str
    license: str = "not stated"


def copy_packs(packs: Sequence[Path], folder: Path) -> tuple[PackVersion, ...]:
    """Copies the shipped packs and those laid over them below `folder`, and says which they are.

    Raises:
        PackError: a folder is no pack.
    """
    copied: list[PackVersion] = []
    for pack in (*(Path(str(files("dragoman.packs") / name)) for name in _SHIPPED), *packs):
        head = _head(pack)
        name = _free_name(head.name, {one.folder for one in copied})
        for source in _readable(pack):
            target = folder / name / source.relative_to(pack)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        copied.append(PackVersion(name=head.name, version=head.version, license=head.license, folder=name))
    return tuple(copied)


def judge_files() -> tuple[FileHash, ...]:
    """The files of the learned judge that comes with this version; they are for machines and are not copied."""
    return hashes(Path(str(files("dragoman.packs") / "judge")))


def _head(pack: Path) -> _Head:
    path = pack / "pack.yaml"
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), _Head)
    except (OSError, yaml.YAMLError, UnicodeError, msgspec.ValidationError) as error:
        raise PackError(f"{path}: cannot be read: {error}; name the folders of packs") from error


def _readable(pack: Path) -> Iterator[Path]:
    """Files of a pack that a person can read; nothing hidden."""
    for path in sorted(pack.rglob("*")):
        hidden = any(part.startswith((".", "_")) for part in path.relative_to(pack).parts)
        if path.is_file() and not hidden and (path.suffix.lower() in _ENDINGS or path.stem in {"LICENSE", "NOTICE"}):
            yield path


def _free_name(name: str, taken: set[str]) -> str:
    """A folder of its own for each pack: the name without what a path could mean by it, and a number if need be."""
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name) or "pack"
    names = (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one not in taken)
