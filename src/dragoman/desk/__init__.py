"""The desk: what one can ask, and every view asks here: of texts, and of a store that keeps what was coded."""

from dragoman.desk.coding import Explanation, alongside, code, documents, explain, explanation_form, find

__all__ = ["Explanation", "alongside", "code", "documents", "explain", "explanation_form", "find"]
