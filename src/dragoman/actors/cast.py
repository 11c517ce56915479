"""Cast: who has been named so far in a document. Handed in with each sentence, handed back grown."""

from dataclasses import dataclass, field, replace

from dragoman.actors.authors import Author
from dragoman.actors.references.salience import Seen
from dragoman.knowledge.facts import OtherReading
from dragoman.records.participant import Mention, Participant

_MEMORY = 32  # kept of those seen: a pronoun rarely reaches further back


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What one must remember of a document to know whom the next sentence means.

    `day` is the day on which offices are looked up; `recent` are those seen last, newest last; `surnames` the
    persons by the words of their names that may stand alone later, `offices` those who hold one by its words, `bodies`
    those who stand behind a common noun ("ministry"), `groups` the members of collective names that the text gives;
    `speaker` is whoever says "we" in the quotation that is open; `voice` are those who speak through
    the whole text ("We, the leaders of …"); `document` is who issued the paper spoken of,
    `author` whose own words the text is.
    `named` are the states and bodies that the whole text names, `counts` how often it names each state, `meanings`
    what its ambiguous names mean; `venue` is the state in which things happen, `dateline` that of the dateline.
    `main_country` is the state named most, if at least half of all names are its; `only_country` the only one named.
    """

    day: str | None
    recent: tuple[Seen, ...] = ()
    surnames: dict[str, Participant] = field(default_factory=dict)
    offices: dict[str, Participant] = field(default_factory=dict)
    bodies: dict[str, Participant] = field(default_factory=dict)
    groups: dict[str, tuple[Participant, ...]] = field(default_factory=dict)
    speaker: tuple[Participant, ...] = ()
    voice: tuple[Participant, ...] = ()
    document: tuple[Participant, ...] = ()
    author: Author = field(default_factory=Author)
    named: frozenset[str] = frozenset()
    meanings: dict[str, OtherReading] = field(default_factory=dict)
    venue: str | None = None
    dateline: str | None = None
    counts: dict[str, int] = field(default_factory=dict)
    only_country: str | None = None
    main_country: str | None = None

    def after(self, mentions: tuple[Mention, ...], seen: tuple[Seen, ...]) -> "Cast":
        """The cast once a sentence with these mentions has been read."""
        surnames = dict(self.surnames)
        offices = dict(self.offices)
        bodies = dict(self.bodies)
        for mention in mentions:
            for participant in mention.participants:
                if participant.person:
                    for word in _surnames(participant.person):
                        surnames[word] = participant
                if participant.office:
                    offices[participant.office.lower().rsplit(" of ", maxsplit=1)[0]] = participant
            if mention.rule == "noun" and mention.alias and len(mention.participants) == 1:
                bodies[mention.alias] = mention.participants[0]
        recent = (*self.recent, *seen)[-_MEMORY:]
        return replace(self, recent=recent, surnames=surnames, offices=offices, bodies=bodies)


def _surnames(person: str) -> set[str]:
    """What a person may be called later: any word of the name but small ones, "Douri" for "al-Douri" too."""
    words = person.split()
    told = {word for word in words if word[:1].isupper()} | {words[-1]}
    if len(words) > 2:
        told -= {words[1]} if len(words) == 3 and words[0][:1].isupper() and len(words[1]) < 3 else set()
    return told | {word.rsplit("-", maxsplit=1)[-1] for word in told if word.startswith(("al-", "el-", "Al-", "El-"))}
