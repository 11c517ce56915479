"""Phrases that tell by themselves whom they mean: names, offices, titles, bodies, peoples."""
