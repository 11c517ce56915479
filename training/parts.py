"""Which fifth of the corpus a passage belongs to: by a hash of its id, so that it stays there when the corpus grows."""

import hashlib

PARTS = 5


def part_of(passage: str) -> int:
    """0 to 4, by the passage's id; golden sentences belong to none (-1)."""
    if passage.startswith("golden"):
        return -1
    return int.from_bytes(hashlib.blake2b(passage.encode(), digest_size=4).digest()) % PARTS
