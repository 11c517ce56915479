"""Sentence sets: takes gold of single sentences in JSON lines and what was coded from them, and gives a report."""

from dragoman.measure.sentences.gold import GoldSentence, read_gold_sentences
from dragoman.measure.sentences.scoring import score_sentences

__all__ = ["GoldSentence", "read_gold_sentences", "score_sentences"]
