"""Circumstances: takes the drafts of a sentence, gives them their dates, places, numbers, firsts, and whom they hit."""
