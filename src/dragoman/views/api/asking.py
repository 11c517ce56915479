"""Asking: takes a request, gives what a route needs of it: the site, who asks, in which form, and whether it is news.

Every answer is made here: as JSON or in the other forms of its route, by the header `Accept`; with a tag made of the
edition of the store, so that who asks again hears 304 as long as nothing has changed.
"""

import io
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Annotated, Literal, cast

import msgspec
from fastapi import Depends, Request, Response, Security
from fastapi.params import Depends as DependsParameter
from fastapi.security import HTTPBearer

from dragoman.desk.shelf import Ledger, edition
from dragoman.desk.tokens import Role, may
from dragoman.questions import read_question
from dragoman.records.question import Question
from dragoman.store import Store
from dragoman.version import __version__
from dragoman.views.api.callers import Caller
from dragoman.views.api.problems import RefusalError
from dragoman.views.web.answers import Write
from dragoman.views.web.site import PATIENCE, Site

JSON = "application/json"
CSV = "text/csv"
ARROW = "application/vnd.apache.arrow.stream"
PARQUET = "application/vnd.apache.parquet"
BYTES = "application/octet-stream"
UNTIL, WRITTEN = "Dragoman-Until", "Dragoman-Acts"  # headers of our own
Changing = Literal["store", "ledger", "always"]
"""With what an answer changes: the store; the ledger, which is made beside it; or with every look."""
_BEARER = HTTPBearer(auto_error=False, description="A token of `dragoman token add`; not needed on one's own machine.")


class UnchangedError(Exception):
    """What is asked for is as the one who asks knows it."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class ComingError(Exception):
    """What is asked for is still being made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Told in place of an answer that is still being made: ask again after so many seconds."""

    coming: str
    retry_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request: `form` is the media type that it gets, `tag` that of the answer."""

    site: Site
    caller: Caller
    request: Request
    form: str
    tag: str | None = None
    entries: Ledger | None = field(default=None)

    @property
    def store(self) -> Store:
        """The store that is asked."""
        return self.site.store

    def ledger(self, parties: Callable[[], Collection[str]], *, as_of: str | None, today: str | None) -> Ledger:
        """The ledger, of routes that change with it; with `as_of` that of parties (by id) as it could be known then.

        `today` is the day that says what is overdue: else that of `as_of`, else the calendar's.

        Raises:
            ComingError: it is being made.
        """
        if as_of is None:
            assert self.entries is not None, self.request.url.path
            made: Ledger | None = self.entries
        else:
            made = self.site.earlier.ledger(parties(), as_of=as_of, wait=PATIENCE)
        if made is None:
            raise ComingError
        return made if today is None else made.on(today)

    def reply(
        self,
        record: object,
        *,
        others: Mapping[str, Write] | None = None,
        following: Mapping[str, object] | None = None,
        until: str | None = None,
        status: int = 200,
    ) -> Response:
        """The answer. `others` write the other forms; `following` asks for the next page: parts of its query.

        `until` is the moment since which one may ask for what has changed, so that every form tells it.
        """
        headers = {"Vary": "Accept, Authorization"}
        if self.tag is not None:
            headers |= {"ETag": self.tag, "Cache-Control": "private, no-cache"}
        else:
            headers |= {"Cache-Control": "no-store"}
        if until is not None:
            headers[UNTIL] = until
        if following:
            url = self.request.url.include_query_params(**following)
            headers["Link"] = f'<{url.path}?{url.query}>; rel="next"'
        body = msgspec.json.encode(record) if self.form == JSON else _written((others or {})[self.form])
        return Response(body, status_code=status, media_type=self.form, headers=headers)


def asks(*forms: str, changes: Changing = "store") -> Callable[[Request], Ask]:
    """What reads a request, for a route that has these forms beside JSON."""

    def ask(request: Request) -> Ask:
        _refuse_unknown(request)
        site = cast("Site", request.app.state.site)
        form = _form(request.headers.get("accept", "*/*"), (JSON, *forms), request.url.path)
        caller = cast("Caller", request.state.caller)
        if changes == "always":
            return Ask(site=site, caller=caller, request=request, form=form)
        today = site.today()
        if changes == "store" or "as_of" in request.query_params:
            tag = _tag(edition(site.store), today, form, request)
            return Ask(site=site, caller=caller, request=request, form=form, tag=tag)
        ledger = site.ledger()
        if ledger is None:
            raise ComingError
        tag = _tag(ledger.edition, ledger.today, form, request)
        return Ask(site=site, caller=caller, request=request, form=form, tag=tag, entries=ledger)

    return ask


Plain = Annotated[Ask, Depends(asks())]
Telling = Annotated[Ask, Depends(asks(changes="always"))]
OfLedger = Annotated[Ask, Depends(asks(changes="ledger"))]


def needs(role: Role) -> DependsParameter:
    """What refuses whoever is not in that role, or in one that may do more."""

    def check(request: Request, _: Annotated[object, Security(_BEARER)]) -> None:
        caller = cast("Caller", request.state.caller)
        if not may(caller.role, role):
            raise RefusalError(
                "role",
                f"{request.method} {request.url.path}: {caller.name} is {caller.role}, and this is for {role}s; "
                f"ask with a token of that role (`dragoman token add NAME --role {role}`)",
            )

    return cast("DependsParameter", Depends(check))


def question_in(told: str) -> Question:
    """The question that `q` asks.

    Raises:
        QuestionError: it cannot be understood.
    """
    return read_question(told)


def _refuse_unknown(request: Request) -> None:
    """A mistyped parameter would else be passed over, and the answer be another than was asked for."""
    dependant = request.scope["route"].dependant
    known = [one.alias for one in dependant.query_params]
    for name in request.query_params:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known) or 'none'}"
            raise RefusalError("parameter", f"{request.url.path}: there is no parameter {name}; {hint}")


def _form(accepted: str, forms: Sequence[str], path: str) -> str:
    """The form that is liked best, of equally liked ones the first."""
    liked = sorted(((_liked(form, accepted), -place, form) for place, form in enumerate(forms)), reverse=True)
    if liked[0][0] <= 0:
        raise RefusalError("form", f"{path}: Accept: {accepted}: there are {', '.join(forms)}; accept one of these")
    return liked[0][2]


def _liked(form: str, accepted: str) -> float:
    """How well a form is liked, from 0 to 1; of several wordings that fit it the closest counts."""
    fitting: list[tuple[int, float]] = []
    for part in accepted.split(","):
        kind, *given = (word.strip().lower() for word in part.split(";"))
        weight = next((_number(word[2:]) for word in given if word.startswith("q=")), 1.0)
        closeness = {form: 3, form.split("/", maxsplit=1)[0] + "/*": 2, "*/*": 1}.get(kind)
        if closeness:
            fitting.append((closeness, weight))
    return max(fitting, default=(0, 0.0))[1]


def _number(told: str) -> float:
    try:
        return min(1.0, max(0.0, float(told)))
    except ValueError:
        return 1.0


def _tag(edition: str, today: str, form: str, request: Request) -> str:
    """The tag of the answer; a day counts, since what is overdue changes with it.

    Raises:
        UnchangedError: the one who asks has that answer.
    """
    subtype = form.rpartition("/")[2].rpartition(".")[2]
    tag = f'W/"{__version__}-{edition.replace(":", ".").replace(",", ".")}-{today}-{subtype}"'
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if request.method in {"GET", "HEAD"} and (tag in known or tag.removeprefix("W/") in known or "*" in known):
        raise UnchangedError(tag)
    return tag


def _written(write: Write) -> bytes:
    stream = io.BytesIO()
    write(stream)
    return stream.getvalue()
