"""The errors that Dragoman raises.

    DragomanError
    ├── PackError        a file of a pack is faulty: says file, line and what to do
    ├── SourceError      something given to read cannot be read: says what, where and what to do
    ├── StoreError       a store cannot be opened, read or written: says where and what to do
    ├── QuestionError    what is asked cannot be understood: says where and what to do
    ├── ServerError      a server does not answer, or refuses: says what, where and what to do
    └── ModelError       the language model is missing or is not the one that was tested

Odd input is data, not an error: it is set aside and counted.
"""


class DragomanError(Exception):
    """The root of every error that Dragoman raises on purpose."""


class PackError(DragomanError):
    """A pack's file is faulty. The message lists every fault as `file:line: what; what to do`."""


class SourceError(DragomanError):
    """A file, folder or stream cannot be read as documents."""


class QuestionError(DragomanError):
    """What is asked cannot be understood. Faults of a question in words: `character 7: what; what to do`."""


class NotKeptError(QuestionError):
    """A store does not know what changed since a moment so early; a copy of an answer has to be made anew."""


class StoreError(DragomanError):
    """A store cannot be opened, read or written; what was written before is whole."""


class ServerError(DragomanError):
    """A server does not answer, or refuses."""


class ModelError(DragomanError):
    """The language model is missing or differs from the one that was tested."""
