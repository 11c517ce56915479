"""Comparison: what two texts say of actors, laid side by side; the record that `comparing` gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.records.entry import Entry

Change = Literal["new", "gone", "stronger", "weaker", "same", "reworded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A passage of the earlier text beside the one of the later text that says the same; one is None where none does.

    `why` says it in words: "challenge → systemic competition". A passage is stronger where it judges more sharply, be
    that for the actor or against it, or where it turned against it. `score` (0 … 1) is how alike the two are.
    """

    change: Change
    theme: str | None
    earlier: Entry | None
    later: Entry | None
    why: str
    score: float

    @property
    def about(self) -> tuple[str, ...]:
        """The ids of those of whom the passages speak."""
        return tuple(dict.fromkeys(party.id for entry in (self.earlier, self.later) if entry for party in entry.about))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The passages of two texts, in the order of the later one; what is gone stands where it stood before."""

    aligned: tuple[Aligned, ...]

    @property
    def changes(self) -> tuple[Aligned, ...]:
        """What is new, gone, stronger or weaker: not what is only told in other words."""
        return tuple(one for one in self.aligned if one.change not in {"same", "reworded"})

    @property
    def new_themes(self) -> tuple[str, ...]:
        """Themes of the later text on which the earlier one said nothing."""
        return _without(self._themes(later=True), self._themes(later=False))

    @property
    def gone_themes(self) -> tuple[str, ...]:
        """Themes of the earlier text on which the later one says nothing."""
        return _without(self._themes(later=False), self._themes(later=True))

    def _themes(self, *, later: bool) -> tuple[str, ...]:
        entries = ((one.later if later else one.earlier) for one in self.aligned)
        return tuple(entry.theme for entry in entries if entry is not None and entry.theme is not None)


def _without(themes: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    others = set(taken)
    return tuple(dict.fromkeys(theme for theme in themes if theme not in others))
