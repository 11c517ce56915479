"""A story told over many items: takes the examples, prints what Türkiye and Hungary did about Finland and Sweden, in order.

    python examples/story.py

Each line is an event of the item published that day, with the words that prove it. The words that name the act are bold.
"""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

import dragoman

HERE = Path(__file__).parent
GATEKEEPERS = {"TUR", "HUN"}
CANDIDATES = {"FIN", "SWE", "NATO"}


def main() -> None:
    """Codes the items of 2022 to 2024 and prints the story."""
    results = dragoman.load().code(sorted(HERE.glob("202[234]-*.txt")))
    table = Table(
        "published",
        "who",
        "act",
        "whom",
        "words",
        title="Asks, answers and their price: two accessions to NATO",
        box=None,
    )
    for coded in results.documents:
        for event in coded.events:
            if is_part_of_the_story(event):
                table.add_row(
                    coded.document.published, who(event.actors), act(event), who(event.recipients), words(event)
                )
    Console().print(table)


def is_part_of_the_story(event: dragoman.Event) -> bool:
    """Whether one of the gatekeepers acts toward a candidate, or the other way round; each act once."""
    actors = {participant.id for participant in event.actors}
    recipients = {participant.id for participant in event.recipients}
    sides = (actors, recipients) if recipients else (actors, actors)
    met = (sides[0] & GATEKEEPERS and sides[1] & CANDIDATES) or (sides[0] & CANDIDATES and sides[1] & GATEKEEPERS)
    return bool(met) and event.same_as is None


def who(participants: tuple[dragoman.Participant, ...]) -> str:
    """The ids, once each."""
    return " ".join(dict.fromkeys(participant.id for participant in participants))


def act(event: dragoman.Event) -> str:
    """The type, and the status of what did not simply happen."""
    return event.type if event.status == "occurred" else f"{event.type}\n{event.status}"


def words(event: dragoman.Event) -> Text:
    """The passage that proves the event."""
    passage = event.evidence[0]
    text = Text(" ".join(passage.text.split()))
    text.highlight_words([event.trigger.text], "bold")
    return text


if __name__ == "__main__":
    main()
