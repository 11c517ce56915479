"""Takes files of the training corpus, says what is wrong with them, with file and passage, and counts what they hold.

python training/check.py training/corpus/*.yaml
"""

import sys
from collections import Counter
from pathlib import Path

from passages import CorpusError, Passage, read_passages


def main() -> int:
    """Prints faults and counts; 1 if there are faults."""
    files = [Path(argument) for argument in sys.argv[1:]]
    faults: list[str] = []
    passages: list[Passage] = []
    for file in files:
        try:
            passages += read_passages(file)
        except CorpusError as error:
            faults += error.faults
    seen = Counter(passage.id for passage in passages)
    faults += [f"the id {name} is used {count} times" for name, count in seen.items() if count > 1]
    events = [event for passage in passages for event in passage.events]
    print(f"{len(passages)} passages, {sum(len(p.text.split()) for p in passages)} words, {len(events)} events")
    print("registers", dict(Counter(passage.register for passage in passages).most_common()))
    print("types", dict(Counter(event.type for event in events).most_common()))
    print("status", dict(Counter(event.status for event in events).most_common()))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
