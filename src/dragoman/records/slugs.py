"""Slugs: the ids of those whom no list knows."""


def slug(name: str) -> str:
    """ "Rapid Support Forces" is "rapid-support-forces": letters and digits in lower case, joined by hyphens."""
    letters = "".join(letter if letter.isalnum() else " " for letter in name.replace("’s", "").replace("'s", ""))
    return "-".join(letters.lower().split()) or "unknown"
