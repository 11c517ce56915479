from itertools import combinations

import pytest

from dragoman.views.drawing.labels import SIZE, Mark, labelled, text_width


def box(mark, label):
    long = text_width(mark.name)
    left = {"start": label.x, "middle": label.x - long / 2, "end": label.x - long}[label.anchor]
    return left, label.y - 0.8 * SIZE, left + long, label.y + 0.2 * SIZE


def meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def mark(name, x, y, radius=6.0):
    return Mark(name=name, x=x, y=y, radius=radius)


def test_a_name_stands_right_of_its_mark_where_there_is_room():
    (label,) = labelled([mark("Japan", 100, 100)], width=400, height=200)
    assert (label.anchor, label.x) == ("start", 109)


def test_a_name_that_would_leave_the_picture_stands_left():
    (label,) = labelled([mark("South Korea", 390, 100)], width=400, height=200)
    assert label.anchor == "end"


def test_no_two_names_lie_over_each_other_nor_over_a_mark():
    marks = [mark(f"Party {number}", 40 + 23 * (number % 9), 20 + 17 * (number // 9)) for number in range(60)]
    labels = labelled(marks, width=320, height=160)
    placed = [box(one, label) for one, label in zip(marks, labels, strict=True) if label]
    assert len(placed) > 5
    assert not any(meet(one, other) for one, other in combinations(placed, 2))
    around = {one.name: (one.x - 6, one.y - 6, one.x + 6, one.y + 6) for one in marks}
    for one, label in zip(marks, labels, strict=True):
        assert label is None or not any(
            meet(box(one, label), other) for name, other in around.items() if name != one.name
        )


def test_whoever_comes_first_is_named_before_the_others():
    labels = labelled([mark("First", 50, 50), mark("Second", 52, 50), mark("Third", 51, 52)], width=110, height=62)
    assert labels[0] is not None
    assert None in labels


def test_the_name_of_a_land_stands_on_it():
    (label,) = labelled([mark("Niger", 100, 100, radius=0)], width=400, height=200)
    assert (label.anchor, label.x) == ("middle", 100)


@pytest.mark.parametrize(("narrow", "wide"), [("ill", "Mmm"), ("Mali", "Cameroon")])
def test_wide_letters_take_more_room(narrow, wide):
    assert text_width(narrow) < text_width(wide)
