"""Codes of participants: takes one of the gold and one that was coded, and says whether they are the same.

Gold sets name participants in CAMEO's way: blocks of three letters, first the state or the kind of organisation, then
the sector. Two participants agree on the first block, or on an acronym; one without any code is compared by its words.
"""

from dragoman.measure.sentences.gold import GoldActor
from dragoman.records.participant import Participant

# What a participant is, not who: alone it names nobody.
_SECTORS = frozenset(
    "GOV MIL REB OPP CVL COP LEG JUD MED EDU BUS REF ELI SPY PTY LAB CRM UAF REL AGR HRI DEV MOD RAD SEP INS PPL CHR".split()  # noqa: SIM905, E501 - read as a line
)
# Kinds of organisation, not names of any.
_KINDS = frozenset({"IGO", "NGO", "NGM", "IMG", "MNC", "INT"})
# Superseded codes that gold sets still hold, and what they are now.
_SUPERSEDED = {
    "TMP": "TLS",
    "ROM": "ROU",
    "ZAR": "COD",
    "SCG": "SRB",
    "YUG": "SRB",
    "ANG": "AGO",
    "BUR": "MMR",
}
# Sectors in a later block, states in the first: Ivory Coast, Mauritius.
_SECTOR_OR_STATE = frozenset({"CIV", "MUS"})
_BLOCK = 3
_FILLERS = frozenset({"the", "of", "a", "an", "and", "in", "for", "to", "'s", ""})


def same(gold: GoldActor, coded: Participant) -> bool:
    """Whether the two are one participant."""
    wanted, given = _gold_codes(gold), _coded_codes(coded)
    if not wanted:
        return _same_words(gold, coded)
    if wanted - _KINDS and given - _KINDS:
        # Both name the organisation: to be of one kind is not enough.
        wanted, given = wanted - _KINDS, given - _KINDS
    return bool(wanted & given or _first_blocks(wanted) & _first_blocks(given))


def has_identity(gold: GoldActor) -> bool:
    """Whether the gold says who it is."""
    return bool(_gold_codes(gold) or gold.text)


def codes_of(coded: Participant) -> tuple[str, ...]:
    """The codes of a coded participant: two events with the same codes on both sides are told apart by nothing."""
    return tuple(sorted(_coded_codes(coded)))


def _gold_codes(actor: GoldActor) -> set[str]:
    return {code.upper() for code in (*actor.ids, actor.code) if code}


def _coded_codes(participant: Participant) -> set[str]:
    codes: set[str] = set()
    for value in (participant.id, participant.country):
        code = (value or "").strip().upper()
        if not code.strip("-*"):
            continue
        if code not in _SECTORS:
            codes.add(code)
        if code.isalpha() and len(code) > _BLOCK and len(code) % _BLOCK == 0:
            codes |= _blocks(code)
    return codes | {_SUPERSEDED[code] for code in codes if code in _SUPERSEDED}


def _blocks(code: str) -> set[str]:
    """The blocks of a CAMEO code that say who: IGOUNO → IGO, UNO; USAGOV → USA."""
    blocks = [code[start : start + _BLOCK] for start in range(0, len(code), _BLOCK)]
    return {
        block
        for place, block in enumerate(blocks)
        if block not in _SECTORS and (place == 0 or block not in _SECTOR_OR_STATE)
    }


def _first_blocks(codes: set[str]) -> set[str]:
    return {code[:_BLOCK] for code in codes if len(code) >= _BLOCK} - _KINDS


def _same_words(gold: GoldActor, coded: Participant) -> bool:
    """The stretches overlap; where the gold has none, half of the shorter name's words are shared."""
    if gold.start is not None and gold.end is not None:
        return gold.start < coded.end and coded.start < gold.end
    wanted, given = _words(gold.text), _words(coded.text)
    return bool(wanted and given) and 2 * len(wanted & given) >= min(len(wanted), len(given))


def _words(text: str) -> set[str]:
    return {word.strip(".,'\"()").lower() for word in text.split()} - _FILLERS
