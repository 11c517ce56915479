"""The codebook: types, modes, contexts and statuses by which acts are coded, how often each is used, who wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dragoman.desk.codebook import Uses, uses
from dragoman.knowledge.codebook import Codebook
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.lists import write_rows
from dragoman.views.web.site import Site

COLUMNS = ("field", "value", "of", "quad", "cameo", "goldstein", "phrasings", "examples", "acts", "description")
Row = tuple[str | float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The codebook, and how many acts of the store are coded so."""

    codebook: Codebook
    uses: Uses


def answer(site: Site, asked: Asked) -> Answer:
    """All of it."""
    del asked
    codebook = site.codebook
    told = Used(codebook=codebook, uses=site.memory.answer(site.store, "uses", lambda: uses(site.store, codebook)))
    return Answer(
        title="Codebook",
        template="codebook.html",
        shown={
            "codebook": codebook,
            "uses": told.uses,
            "quads": {quad: list(own) for quad, own in groupby(codebook.chapters, key=lambda one: one.quad)},
            "most": max(told.uses.types.values(), default=0),
        },
        record=told,
        rows=lambda stream: write_rows(COLUMNS, _rows(told), stream),
    )


PAGE = Page(path="/codebook", answer=answer)


def _rows(told: Used) -> Iterator[Row]:
    """A row for each type, mode, context and sector."""
    for one in told.codebook.chapters:
        number = told.uses.types.get(one.type, 0)
        yield (
            "type", one.type, None, one.quad, one.cameo, one.goldstein, len(one.phrasings), len(one.examples), number,
            one.description,
        )  # fmt: skip
        modes = told.uses.modes.get(one.type, {})
        for mode in one.modes:
            number = modes.get(mode.name, 0)
            yield (
                "mode",
                mode.name,
                one.type,
                one.quad,
                mode.cameo,
                mode.goldstein,
                None,
                None,
                number,
                mode.description,
            )
    for context in told.codebook.contexts:
        number = told.uses.contexts.get(context.name, 0)
        yield "context", context.name, None, None, None, None, None, None, number, context.description
    for sector, description in told.codebook.sectors.items():
        yield "sector", sector, None, None, None, None, None, None, None, description
