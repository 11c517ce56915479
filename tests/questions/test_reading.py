import math

import pytest

from dragoman.errors import QuestionError
from dragoman.questions import read_question
from dragoman.records.question import Bound, Condition, Days, Dyad, Question


def condition(field, *values, excluded=False):
    return Question(conditions=(Condition(field=field, values=values, excluded=excluded),))


def bound(number, least=None, most=None):
    return Question(bounds=(Bound(number=number, least=least, most=most),))


def date(first=None, last=None):
    return Question(date=Days(first=first, last=last))


READ = {
    "": Question(),
    " \t\n ": Question(),
    "actor:JPN": condition("actor", "JPN"),
    "type:CONSULT,AGREE": condition("type", "CONSULT", "AGREE"),
    "type:consult": condition("type", "CONSULT"),
    "TYPE:consult": condition("type", "CONSULT"),
    "type=consult": condition("type", "CONSULT"),
    'type:"consult"': condition("type", "consult"),
    "country:jpn": condition("country", "JPN"),
    "place-country:fra": condition("place_country", "FRA"),
    "actor_country:sdn": condition("actor_country", "SDN"),
    "recipient-country:jpn,kor": condition("recipient_country", "JPN", "KOR"),
    "said_by:JPN": condition("said_by", "JPN"),
    'person:"Kishida Fumio"': condition("person", "Kishida Fumio"),
    "person:“Kishida Fumio”": condition("person", "Kishida Fumio"),
    'person:"Kishida Fumio","Macron, Emmanuel"': condition("person", "Kishida Fumio", "Macron, Emmanuel"),
    'place:"Hotel ""Adlon"""': condition("place", 'Hotel "Adlon"'),
    "-status:negated": condition("status", "negated", excluded=True),
    "quad:Material_Conflict": condition("quad", "material_conflict"),
    "historical:false": condition("historical", "false"),
    "source:https://www.nato.int/a?b=c": condition("source", "https://www.nato.int/a?b=c"),
    "dyad:JPN>NATO": Question(dyads=(Dyad(actor="JPN", recipient="NATO"),)),
    "dyad:JPN<>NATO": Question(dyads=(Dyad(actor="JPN", recipient="NATO", either=True),)),
    "dyad:rapid-support-forces>SDN": Question(dyads=(Dyad(actor="rapid-support-forces", recipient="SDN"),)),
    "date:2022-06-29": date("2022-06-29", "2022-06-29"),
    "date:2022-06": date("2022-06-01", "2022-06-30"),
    "date:2024-02": date("2024-02-01", "2024-02-29"),
    "date:2022": date("2022-01-01", "2022-12-31"),
    "date:2022-06..2022-07-15": date("2022-06-01", "2022-07-15"),
    "date:2022..": date("2022-01-01"),
    "date:..2021": date(None, "2021-12-31"),
    "after:2022-06-01": date("2022-06-01"),
    "before:2022-06": date(None, "2022-06-30"),
    "after:2022-06-01 before:2022-06-30": date("2022-06-01", "2022-06-30"),
    "date:2022 after:2022-05 date:..2022-11": date("2022-05-01", "2022-11-30"),
    "due:2022-07": Question(due=Days(first="2022-07-01", last="2022-07-31")),
    "known:..2022": Question(known=Days(last="2022-12-31")),
    "as-of:2022-07-01": Question(as_of="2022-07-01"),
    "as_of:2022-07-01": Question(as_of="2022-07-01"),
    "confidence>=0.5": bound("confidence", 0.5),
    "confidence>0.5": bound("confidence", math.nextafter(0.5, 1)),
    "goldstein<0": bound("goldstein", None, math.nextafter(0, -1)),
    "goldstein:-8": bound("goldstein", -8, -8),
    "goldstein:-10..-4.5": bound("goldstein", -10, -4.5),
    "reports>=3": bound("reports", 3),
    "reports>3": bound("reports", 4),
    "reports<3": bound("reports", None, 2),
    "reports=3": bound("reports", 3, 3),
    "reports:2..5": bound("reports", 2, 5),
    "voices:2..": bound("voices", 2),
    "outlets:..5": bound("outlets", None, 5),
    'howitzers "grain deal"': Question(words=("howitzers", "grain deal")),
    "at 10:30 rock-solid": Question(words=("at", "10:30", "rock-solid")),
    '"-5" "type:x"': Question(words=("-5", "type:x")),
    "sort:date": Question(ascending=True),
    "sort:-date": Question(),
    "sort:-reports": Question(order="reports"),
    "sort:relevance": Question(order="relevance"),
    "sort:-relevance": Question(order="relevance", ascending=True),
}


@pytest.mark.parametrize("text", READ)
def test_a_text_asks_its_question(text):
    assert read_question(text) == READ[text]


def test_terms_stand_side_by_side_and_keep_their_order():
    question = read_question("type:AGREE actor:JPN type:CONSULT")
    assert [(one.field, one.values) for one in question.conditions] == [
        ("type", ("AGREE",)), ("actor", ("JPN",)), ("type", ("CONSULT",)),
    ]  # fmt: skip


FAULTS = {
    "actors:JPN": "character 1: unknown field 'actors'; did you mean 'actor'?",
    "type:AGREE recipeint:JPN": "character 12: unknown field 'recipeint'; did you mean 'recipient'?",
    "https://nato.int": "unknown field 'https'; there are actor, recipient, party,",
    "as-off:2022-07-01": "did you mean 'as-of'?",
    "status:ocurred": "character 8: unknown value 'ocurred'; did you mean 'occurred'?",
    "status:planned,pledge": "character 16: unknown value 'pledge'; did you mean 'pledged'?",
    "quad:verbal-conflict": "did you mean 'verbal_conflict'?",
    "historical:maybe": "character 12: unknown value 'maybe'; there are true, false",
    "type:": "character 6: a value is missing",
    "type: CONSULT": "character 6: a value is missing",
    "type:CONSULT,": "character 14: a value is missing",
    "type:CONSULT, AGREE": "character 14: a value is missing",
    'actor:""': "character 7: a value is missing",
    'person:"Kishida Fumio': 'character 8: the quotation mark " has no partner',
    "person:“Kishida Fumio": "character 8: the quotation mark “ has no partner",
    "Kishida”": "character 8: the quotation mark ” has no partner",
    'person:Kishida"Fumio"': 'character 8: quotation marks go around the whole of Kishida"Fumio"',
    "type>CONSULT": "'type' does not go with '>'; write type:…",
    "date>=2022": "'date' does not go with '>='; write date:…",
    "-date:2022": "character 1: 'date' cannot be left out with a minus",
    "-reports>=3": "'reports' cannot be left out with a minus",
    "-howitzers": "character 1: words cannot be left out",
    "-": "words cannot be left out",
    "dyad:JPN-NATO": "character 6: 'JPN-NATO' is no dyad; write dyad:JPN>NATO, or dyad:JPN<>NATO",
    "dyad:JPN<NATO": "is no dyad",
    "dyad:JPN>NATO>USA": "is no dyad",
    "dyad:JPN>": "character 10: a value is missing",
    "date:2022-6-3": "character 6: '2022-6-3' is no day; write 2022-06-29",
    "date:2022-02-30": "'2022-02-30' is not in the calendar",
    "date:2022-13": "'2022-13' is not in the calendar",
    "date:0000": "'0000' is not in the calendar",
    "date:٢٠٢٢": "'٢٠٢٢' is no day",
    "date:2022..tomorrow": "character 12: 'tomorrow' is no day",
    "date:..": "the range has neither a first nor a last day",
    "date:2022-07..2022-06": "no day is after 2022-07-01 and before 2022-06-30",
    "after:2023 before:2022": "character 19: no day is after 2023-01-01 and before 2022-12-31",
    "as-of:2022-07": "'2022-07' is more than one day; write one, such as as-of:2022-07-31",
    "as-of:2022-07-01 as-of:2022-07-02": "the question is asked as of 2022-07-01 already",
    "reports>=many": "character 10: 'many' is no number",
    "reports>=1e999": "'1e999' is no number",
    "reports:": "character 9: '' is no number",
    "reports>2.5": "'reports' counts in whole numbers; write 2 in place of 2.5",
    "reports>=-1": "-1 is too low or too high; 'reports' goes from 0 to inf",
    "reports<0": "no number is within <0",
    "confidence>1": "no number is within >1",
    "confidence>=80": "80 is too low or too high; 'confidence' goes from 0 to 1",
    "goldstein:..": "the range has neither a first nor a last number",
    "reports:5..2": "no number is within 5..2",
    "reports>2..5": "a range does not go with '>'; write reports:2..5",
    "sort:report": "character 6: unknown value 'report'; did you mean 'reports'?",
    "sort:": "unknown value ''; there are date, known",
    "sort:date sort:known": "character 11: the answer is sorted already",
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_with_its_place_and_what_to_do(text):
    with pytest.raises(QuestionError) as told:
        read_question(text)
    assert FAULTS[text] in str(told.value)


def test_all_faults_are_told_at_once():
    with pytest.raises(QuestionError) as told:
        read_question("actors:JPN type:AGREE date:2022-02-30")
    assert [line.partition(":")[0] for line in str(told.value).splitlines()] == ["character 1", "character 28"]
