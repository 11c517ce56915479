"""Whole documents: takes gold of documents in YAML and what was coded from their texts, and gives a report."""

from dragoman.measure.documents.gold import GoldDocument, read_gold_document
from dragoman.measure.documents.matching import Rules
from dragoman.measure.documents.scoring import score_document

__all__ = ["GoldDocument", "Rules", "read_gold_document", "score_document"]
