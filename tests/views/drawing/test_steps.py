import pytest

from dragoman.views.drawing.steps import step_of, steps


def bounds(numbers):
    return [(one.least, one.most) for one in steps(numbers)]


def test_steps_are_round_grow_by_about_the_same_factor_and_end_at_the_largest_number():
    assert bounds([3, 2018, 40]) == [(1, 4), (5, 49), (50, 99), (100, 499), (500, 2018)]


def test_few_numbers_have_few_steps_each_a_shade_of_its_own():
    assert bounds([1, 1]) == [(1, 1)]
    assert bounds([1, 3]) == [(1, 1), (2, 3)]
    assert [one.shade for one in steps([1, 5])] == [1, 3, 5]


def test_no_number_has_no_step():
    assert steps([]) == ()


@pytest.mark.parametrize("most", [1, 2, 7, 19, 100, 333, 4096, 56219])
def test_every_number_up_to_the_largest_lies_in_one_step(most):
    told = steps([most])
    for number in {1, most // 3 or 1, most // 2 or 1, most}:
        assert sum(one.least <= number <= one.most for one in told) == 1
        assert step_of(number, told) is not None
    assert [one.shade for one in told] == sorted({one.shade for one in told})
