"""Settings: takes the environment, once, for a view, and gives values that are handed in as arguments."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user sets once for all commands.

    `gold` is the folder of gold to measure against (`DRAGOMAN_GOLD`), `store` where coded documents are kept
    (`DRAGOMAN_STORE`): a folder, or the address of a PostgreSQL database. `tokens` is the file of those who may ask a
    server (`DRAGOMAN_TOKENS`); None is that in the folder of the store.
    """

    gold: Path | None = None
    store: str = "dragoman-store"
    tokens: Path | None = None


def refuse_colours() -> None:
    """Sets NO_COLOR for this process, which whatever prints asks before it uses colours (https://no-color.org)."""
    os.environ["NO_COLOR"] = "1"


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings as the environment has them.

    >>> read_settings({"DRAGOMAN_GOLD": "gold"}).gold.name
    'gold'
    """
    gold = environment.get("DRAGOMAN_GOLD")
    store = environment.get("DRAGOMAN_STORE") or Settings().store
    tokens = environment.get("DRAGOMAN_TOKENS")
    return Settings(gold=Path(gold) if gold else None, store=store, tokens=Path(tokens) if tokens else None)
