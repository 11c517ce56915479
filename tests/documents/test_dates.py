"""The publication date: from the option, the source, the text, or not at all."""

import pytest

from dragoman.documents import make_document
from dragoman.errors import SourceError

BODY = "Norway expelled two envoys on Friday. Russia protested."


def published(text: str, **told: str) -> tuple[str | None, str | None]:
    document = make_document(text, **told)
    return document.published, document.published_from


def test_the_option_wins() -> None:
    assert published(f"June 5, 2020\n\n{BODY}", published="2019-01-02", stated="2018-01-01") == ("2019-01-02", "option")


@pytest.mark.parametrize(
    "stated",
    ["2020-06-05", "2020-06-05T22:00:00+02:00", "20200605", "Fri, 05 Jun 2020 10:00:00 GMT", "5-JUN-2020 15:01:01"],
)
def test_the_source_is_believed_before_the_text(stated: str) -> None:
    assert published(f"July 1, 2010\n\n{BODY}", stated=stated) == ("2020-06-05", "metadata")


@pytest.mark.parametrize(
    "line",
    [
        "Published: 5 June 2020",
        "Published on June 5, 2020 at 10:34 GMT",
        "Friday 5 June 2020",
        "June 5th, 2020",
        "2020-06-05",
        "Oslo, 5 June 2020",
        "By Jane Doe | June 5, 2020",
        "Updated June 7, 2020 | Published June 5, 2020",
        "For Immediate Release: June 5, 2020",
    ],
)
def test_a_line_dates_the_page(line: str) -> None:
    expected = "2020-06-07" if line.startswith("Updated") else "2020-06-05"
    assert published(f"Norway expels two envoys\n\n{line}\n\n{BODY}") == (expected, "text")


def test_published_is_preferred_to_updated() -> None:
    assert (
        published(f"Norway expels envoys\n\nUpdated: 7 June 2020\n\nPublished: 5 June 2020\n\n{BODY}")[0]
        == "2020-06-05"
    )


def test_a_dateline_with_a_year_dates_the_text() -> None:
    assert published(f"OSLO, June 5, 2020 (Agency) - {BODY}") == ("2020-06-05", "text")


@pytest.mark.parametrize(
    "text",
    [
        f"OSLO, June 5 (Agency) - {BODY}",
        f"The envoys wave in Oslo, June 5, 2020.\n\nPhoto: AFP\n\n{BODY}",
        "On June 5, 2020, Norway expelled two envoys. Russia protested.",
        f"Published: 31 June 2020\n\n{BODY}",
    ],
)
def test_other_dates_are_not_the_texts_own(text: str) -> None:
    document = make_document(text)
    assert document.published is None
    assert any("relative dates stay unresolved" in note for note in document.notes)


def test_a_stated_date_that_is_none_is_noted() -> None:
    document = make_document(BODY, stated="yesterday")
    assert document.published is None
    assert any("'yesterday'" in note for note in document.notes)


@pytest.mark.parametrize("day", ["2020-02-30", "5 June 2020", "2020-6-5", ""])
def test_an_option_that_is_no_day_is_an_error(day: str) -> None:
    with pytest.raises(SourceError, match="2022-07-01"):
        make_document(BODY, published=day)
