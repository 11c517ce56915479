"""Documents: takes decoded text or HTML, gives clean text with its parts told apart and its publication date."""

from dragoman.documents.making import make_document

__all__ = ["make_document"]
