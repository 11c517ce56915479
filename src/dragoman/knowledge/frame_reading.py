"""Takes a pack's frames, lists and ontology; gives frames ready to look up, or every fault with file and line."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.frame_shapes import ContentShape, FrameFile, FrameShape, ListFile, RoleWords, VariantShape
from dragoman.knowledge.frames import Content, Frame, Variant, Words
from dragoman.knowledge.ontology import Ontology
from dragoman.knowledge.rows import entry_lines, read_yaml

Lists = Mapping[str, tuple[str, ...]]


def read_frames(folder: Path, ontology: Ontology, lists: Lists) -> tuple[Frame, ...]:
    """Every frame of `folder`/frames, in the order of files and lines; `lists` are those that "@name" may name."""
    frames: list[Frame] = []
    faults: list[str] = []
    seen: dict[str, str] = {}
    for path in sorted((folder / "frames").glob("*.yaml")):
        shape = read_yaml(path, FrameFile)
        for entry, line in zip(shape.frames, entry_lines(path, "frames"), strict=True):
            where = f"frames/{path.name}:{line}"
            faults += [f"{where}: {fault}" for fault in _faults(entry, shape.type, ontology, lists)]
            if entry.id in seen:
                faults.append(f"{where}: the frame id '{entry.id}' is taken by {seen[entry.id]}; give it another")
            seen[entry.id] = where
            frame = _frame(entry, shape.type, f"frames/{path.name}", line, lists)
            frames.append(replace(frame, status=shape.status) if shape.status else frame)
    if faults:
        raise PackError("\n".join(faults))
    return tuple(frames)


def read_lists(folder: Path) -> dict[str, tuple[str, ...]]:
    """The named word lists of `folder`/lists."""
    lists: dict[str, tuple[str, ...]] = {}
    for path in sorted((folder / "lists").glob("*.yaml")):
        lists |= read_yaml(path, ListFile).lists
    return lists


def _frame(entry: FrameShape, type_: str, file: str, line: int, lists: Lists) -> Frame:
    is_verb = bool(entry.verbs)
    phrases = tuple(tuple(phrase.lower().split()) for phrase in (entry.verbs or entry.nouns))
    return Frame(
        id=entry.id,
        type=type_,
        file=file,
        line=line,
        kind="verb" if is_verb else "noun",
        phrases=phrases,
        actor=entry.actor if entry.actor is not None else (("doer",) if is_verb else ("doer", "modifier")),
        recipient=entry.recipient if entry.recipient is not None else (("done-to",) if is_verb else ()),
        reciprocal=entry.reciprocal,
        needs=entry.needs,
        only=_expanded(entry.only, lists),
        exceptions=_expanded(entry.except_, lists),
        with_words=frozenset(entry.with_words),
        mode=entry.mode,
        cameo=entry.cameo,
        contexts=entry.contexts,
        variants=tuple(_variant(variant, lists) for variant in entry.variants),
        content=content_of(entry.content),
        no_act=entry.no_act,
    )


def _variant(shape: VariantShape, lists: Lists) -> Variant:
    return Variant(
        when=_expanded(shape.when, lists), type=shape.type, mode=shape.mode, cameo=shape.cameo, contexts=shape.contexts
    )


def content_of(shape: ContentShape | None) -> Content | None:
    """What a frame says of the act that it is about, if it says anything."""
    return Content(roles=shape.roles, status=shape.status, by=shape.by, keep=shape.keep) if shape else None


def _expanded(words: RoleWords, lists: Lists) -> Words:
    """The words with each "@name" replaced by its list."""
    return {
        role: tuple(
            dict.fromkeys(
                word.lower()
                for given in fits
                for word in (lists.get(given[1:], ()) if given.startswith("@") else (given,))
            )
        )
        for role, fits in words.items()
    }


def _faults(entry: FrameShape, type_: str, ontology: Ontology, lists: Lists) -> Iterator[str]:
    if type_ not in ontology.types:
        yield f"type {type_} is not in the ontology{_near(type_, ontology.types)}"
        return
    if bool(entry.verbs) == bool(entry.nouns):
        yield f"frame '{entry.id}' needs either verbs or nouns; write two frames for both"
    yield from _unknown_codes((entry, *entry.variants), type_, ontology)
    for words in (entry.only, entry.except_, *(variant.when for variant in entry.variants)):
        yield from _unknown_lists(words, lists)


def _unknown_codes(given: Sequence[FrameShape | VariantShape], type_: str, ontology: Ontology) -> Iterator[str]:
    modes = {mode for known in ontology.types.values() for mode in known.modes}
    for mode in (one.mode for one in given if one.mode and one.mode not in modes):
        yield f"mode '{mode}' is not in the ontology{_near(mode, ontology.types[type_].modes)}"
    for code in (one.cameo for one in given if one.cameo and one.cameo not in ontology.goldstein):
        yield f"'{code}' is no CAMEO code; take one from cameo.csv, in quotes"
    for context in (context for one in given for context in one.contexts if context not in ontology.contexts):
        yield f"context '{context}' is not in the ontology{_near(context, ontology.contexts)}"


def _unknown_lists(words: RoleWords, lists: Lists) -> Iterator[str]:
    for word in (word for fits in words.values() for word in fits):
        if word.startswith("@") and word[1:] not in lists:
            yield f"there is no word list '{word}'{_near(word[1:], lists)}"


def _near(word: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(known)}"
