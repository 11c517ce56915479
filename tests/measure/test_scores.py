from dragoman.measure.scores import DateScore, Report, Score, together


def report(name, right):
    return Report(
        name=name,
        units=1,
        levels={"type": Score(right=right, coded=4, gold=5)},
        all_levels={},
        by_type={"AID": Score(right=right, coded=4, gold=5)},
        dates={"due": DateScore(exact=1)},
        misses=(),
    )


def test_nothing_coded_and_nothing_in_the_gold_is_zero_not_an_error():
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_precision_is_over_the_coded_and_recall_over_the_gold():
    score = Score(right=3, coded=4, gold=6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)


def test_reports_are_added_up_by_counts():
    both = together("both", [report("one", 1), report("two", 3)])
    assert (both.units, both.levels["type"], both.dates["due"].exact) == (2, Score(right=4, coded=8, gold=10), 2)
