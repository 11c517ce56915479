"""Visible text: takes text from outside, gives text of the same length that cannot steer a terminal."""

# Escape sequences could move the cursor; bidirectional overrides could make one record read as another.
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: 0x2421}
_HIDDEN = dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)


def visible(text: str) -> str:
    """The text with control characters shown as pictures. Every character stays one character, so that offsets hold."""
    return text.translate(_PICTURES | _HIDDEN)
