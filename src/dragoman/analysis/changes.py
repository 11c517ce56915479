"""Takes a series, gives the buckets at which its rate changed, with a test of each, and the segments between."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from dragoman.analysis.series import Bucket, Series
from dragoman.analysis.splitting import Method, Split, Test, splits
from dragoman.records.shown import Shown

_BY = "seeded binary segmentation by the Poisson log-likelihood ratio with exposure"
TESTS: Mapping[Test, str] = {
    "permutation": f"permutation of the buckets; {_BY}",
    "bootstrap": f"parametric bootstrap of one Poisson rate; {_BY}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of one rate: its first and last ISO day, its acts, the documents read and acts per 1,000 of them."""

    first: str
    last: str
    buckets: int
    number: int
    read: int
    per_thousand: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The bucket with which a new rate begins, its first ISO day, and acts per 1,000 documents before and from it on.

    `log_likelihood_ratio` and `p` are those at which it was accepted, within the stretch that it split.
    """

    bucket: str
    first: str
    before: float
    after: float
    log_likelihood_ratio: float
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Shown):
    """Changes and the segments between them, oldest first; by which test, and how it was set.

    `gaps` are buckets in which no document was read: they are passed over, with any acts dated to them.
    """

    test: str
    method: Method
    gaps: int
    changes: tuple[Change, ...]
    segments: tuple[Segment, ...]


def changes(series: Series, *, method: Method | None = None) -> Changes:
    """Where the rate of the series changed.

    Raises:
        QuestionError: the method has too few draws for its p-value, or segments without buckets.
    """
    method = method or Method()
    read = [bucket for bucket in series.buckets if not bucket.gap]
    number = np.array([bucket.number for bucket in read], dtype=np.float64)
    found = splits(number, np.array([bucket.read for bucket in read], dtype=np.float64), method)
    edges = [0, *(split.place for split in found), len(read)] if read else []
    segments = [_segment(read[start:end]) for start, end in pairwise(edges)]
    return Changes(
        test=TESTS[method.test],
        method=method,
        gaps=len(series.buckets) - len(read),
        changes=tuple(
            _change(split, read[split.place], sides) for split, sides in zip(found, pairwise(segments), strict=True)
        ),
        segments=tuple(segments),
    )


def _segment(buckets: list[Bucket]) -> Segment:
    number, read = sum(bucket.number for bucket in buckets), sum(bucket.read for bucket in buckets)
    return Segment(
        first=buckets[0].first,
        last=buckets[-1].last,
        buckets=len(buckets),
        number=number,
        read=read,
        per_thousand=1000 * number / read,
    )


def _change(split: Split, bucket: Bucket, sides: tuple[Segment, Segment]) -> Change:
    before, after = sides
    return Change(
        bucket=bucket.name,
        first=bucket.first,
        before=before.per_thousand,
        after=after.per_thousand,
        log_likelihood_ratio=split.log_likelihood_ratio,
        p=split.p,
    )
