"""Numbers in questions: takes `reports>=3`, `goldstein<0` or `reports:2..5`, gives a `Bound`; and writes it again.

Bounds are inclusive. A strict sign on a count means the next whole number, on other figures the next figure that a
computer can tell from the one written: `goldstein<0` leaves 0 out and keeps all under it.
"""

import math
import re
from collections.abc import Mapping
from typing import cast

from dragoman.questions.terms import Term, fault
from dragoman.records.question import Bound, Number

_FIGURE = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_SPANS: Mapping[Number, tuple[float, float]] = {"confidence": (0, 1), "goldstein": (-10, 10)}
_COUNTS = (0, math.inf)


def read_bound(term: Term) -> Bound:
    """The bound that a term sets."""
    number = cast("Number", term.name)
    first, dots, last = term.rest.partition("..")
    if dots and term.sign != ":":
        raise fault(term.at, f"a range does not go with '{term.sign}'; write {number}:{term.rest}")
    least = _figure(number, first, term.at) if first or not dots else None
    most = _figure(number, last, term.at + len(first) + 2) if last else None
    if dots:
        return _checked(Bound(number=number, least=least, most=most), term)
    return _checked(_signed(number, term.sign, least or 0.0), term)


def _signed(number: Number, sign: str, figure: float) -> Bound:
    return {
        ":": Bound(number=number, least=figure, most=figure),
        ">=": Bound(number=number, least=figure),
        "<=": Bound(number=number, most=figure),
        ">": Bound(number=number, least=_above(number, figure)),
        "<": Bound(number=number, most=_below(number, figure)),
    }[sign]


def _figure(number: Number, text: str, position: int) -> float:
    figure = float(text) if _FIGURE.fullmatch(text) else math.nan
    if not math.isfinite(figure):
        raise fault(position, f"'{text}' is no number; write {number}>=2, {number}<5 or {number}:2..5")
    least, most = _SPANS.get(number, _COUNTS)
    if not least <= figure <= most:
        raise fault(position, f"{text} is too low or too high; '{number}' goes from {least} to {most}")
    if number not in _SPANS and figure != int(figure):
        raise fault(position, f"'{number}' counts in whole numbers; write {int(figure)} in place of {text}")
    return figure


def _checked(bound: Bound, term: Term) -> Bound:
    if bound.least is None and bound.most is None:
        raise fault(term.at, f"the range has neither a first nor a last number; write one, such as {bound.number}:2..")
    least, most = _SPANS.get(bound.number, _COUNTS)
    low, high = least if bound.least is None else bound.least, most if bound.most is None else bound.most
    if low > min(high, most) or high < least:
        raise fault(term.at, f"no number is within {term.sign.strip(':')}{term.rest}; turn the sign or the range round")
    return bound


def _above(number: Number, figure: float) -> float:
    return math.nextafter(figure, math.inf) if number in _SPANS else figure + 1


def _below(number: Number, figure: float) -> float:
    return math.nextafter(figure, -math.inf) if number in _SPANS else figure - 1


def write_bound(bound: Bound) -> str:
    """The shortest words for the bound, as `read_bound` reads them."""
    number, least, most = bound.number, bound.least, bound.most
    if least is None and most is not None:
        return _shorter(number, f"<={_written(most)}", f"<{_written(_above(number, most))}")
    if most is None and least is not None:
        return _shorter(number, f">={_written(least)}", f">{_written(_below(number, least))}")
    if least == most and least is not None:
        return f"{number}:{_written(least)}"
    return f"{number}:{'' if least is None else _written(least)}..{'' if most is None else _written(most)}"


def _shorter(number: Number, inclusive: str, strict: str) -> str:
    """The strict sign only where it saves the many digits of the next figure: `<0` for `<=-5e-324`."""
    return number + (strict if number in _SPANS and len(strict) < len(inclusive) - 1 else inclusive)


def _written(figure: float) -> str:
    return repr(float(figure) + 0.0).removesuffix(".0")  # for -0.0 is written 0
