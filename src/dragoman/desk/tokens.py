"""Tokens: takes a file, keeps who may ask a server and in which role; the secrets themselves are never kept.

A token is `dragoman_NAME_SECRET`. The file holds of each a salted hash (scrypt), so that who reads it can ask nothing.
"""

import hmac
import os
import re
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import scrypt, sha256
from pathlib import Path
from threading import Lock
from typing import Literal, get_args

import msgspec

from dragoman.errors import DragomanError

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one who may do least: an editor may do what a reader may, an admin what an editor may."""
FILE = "tokens.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")
_TOKEN = re.compile(r"dragoman_([a-z0-9][a-z0-9.-]{0,63})_([\w-]{43})")
_COST, _BLOCK, _LANES = 1 << 14, 8, 1  # some 40 ms and 16 MB for each guess
_REMEMBERED = 1000  # tokens that were found right, so that each is hashed the slow way once


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token without its secret: whose it is, what it allows, and when it was made (a UTC time)."""

    name: str
    role: Role
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A token as the file has it; salt and hash as hexadecimal digits."""

    name: str
    role: Role
    made_at: str
    salt: str
    hash: str

    @property
    def token(self) -> Token:
        return Token(name=self.name, role=self.role, made_at=self.made_at)


class Tokens:
    """The tokens of a file. It is read again whenever it has changed: what is removed holds no more at once."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._kept: dict[str, _Kept] = {}
        self._right: OrderedDict[bytes, str] = OrderedDict()

    def add(self, name: str, role: Role, *, now: Callable[[], str] | None = None) -> str:
        """Makes a token and gives it: it is shown this once.

        Raises:
            DragomanError: the name is none, or taken already; or the file cannot be written.
        """
        if not _NAME.fullmatch(name):
            raise DragomanError(f"{name!r} is no name of a token; write it in a-z, 0-9, dots and hyphens: anna, desk-2")
        with self._lock:
            kept = self._read()
            if name in kept:
                raise DragomanError(f"{self.file}: there is a token {name} already; remove it first, or name another")
            secret, salt = secrets.token_urlsafe(32), secrets.token_bytes(16)
            made = _Kept(name=name, role=role, made_at=(now or _now)(), salt=salt.hex(), hash=_hash(secret, salt).hex())
            self._write({**kept, name: made})
        return f"dragoman_{name}_{secret}"

    def every(self) -> tuple[Token, ...]:
        """All tokens, by name."""
        with self._lock:
            return tuple(kept.token for _, kept in sorted(self._read().items()))

    def remove(self, name: str) -> None:
        """Takes a token away.

        Raises:
            DragomanError: there is none of that name.
        """
        with self._lock:
            kept = dict(self._read())
            if kept.pop(name, None) is None:
                there = ", ".join(sorted(kept)) or "there are none"
                raise DragomanError(f"{self.file}: there is no token {name}; those there are: {there}")
            self._write(kept)

    def remembered(self, told: str) -> Token | None:
        """Whose token this is, if it was found right before: the quick way, without hashing it anew."""
        parts = _TOKEN.fullmatch(told)
        with self._lock:
            kept = self._read().get(parts[1]) if parts else None
            right = kept is not None and self._right.get(sha256(told.encode()).digest()) == kept.hash
        return kept.token if kept is not None and right else None

    def whose(self, told: str) -> Token | None:
        """Whose token this is; None where it is nobody's."""
        parts = _TOKEN.fullmatch(told)
        if parts is None or (known := self.remembered(told)) is not None:
            return known if parts else None
        with self._lock:
            kept = self._read().get(parts[1])
        if kept is None or not hmac.compare_digest(_hash(parts[2], bytes.fromhex(kept.salt)).hex(), kept.hash):
            return None
        with self._lock:
            self._right[sha256(told.encode()).digest()] = kept.hash
            while len(self._right) > _REMEMBERED:
                self._right.popitem(last=False)
        return kept.token

    def _read(self) -> dict[str, _Kept]:
        try:
            state = self.file.stat()
            stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
            if stamp != self._stamp:
                kept = msgspec.json.decode(self.file.read_bytes(), type=list[_Kept])
                self._kept, self._stamp = {one.name: one for one in kept}, stamp
        except FileNotFoundError:
            self._kept, self._stamp = {}, None
        except (OSError, msgspec.DecodeError) as error:
            raise DragomanError(
                f"{self.file}: the tokens cannot be read: {error}; move the file away and add tokens anew"
            ) from error
        return self._kept

    def _write(self, kept: dict[str, _Kept]) -> None:
        """Whole or not at all, and for its owner alone."""
        written = msgspec.json.format(msgspec.json.encode(list(kept.values())))
        beside = self.file.with_name(f".{self.file.name}.{secrets.token_hex(4)}")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:  # noqa: PTH123 - of a handle
                stream.write(written + b"\n")
            beside.replace(self.file)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise DragomanError(
                f"{self.file}: the tokens cannot be written: {error.strerror}; name another file with DRAGOMAN_TOKENS"
            ) from error
        self._stamp = None


def tokens_of(location: str | Path, *, file: Path | None = None) -> Tokens:
    """The tokens of a store: those of the file that is named, else of `tokens.json` in its folder.

    Raises:
        DragomanError: the store is a server, and no file is named.
    """
    if file is not None:
        return Tokens(file)
    if str(location).startswith("postgresql"):
        raise DragomanError(
            "the store is a server, which has no folder for tokens; name a file for them with DRAGOMAN_TOKENS"
        )
    return Tokens(Path(location) / FILE)


def may(role: Role, wanted: Role) -> bool:
    """Whether who has a role may do what is for another.

    >>> may("editor", "reader"), may("reader", "editor")
    (True, False)
    """
    return ROLES.index(role) >= ROLES.index(wanted)


def _hash(secret: str, salt: bytes) -> bytes:
    return scrypt(secret.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, dklen=32)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
