"""Dragoman reads what governments are reported to have done and writes it down so that it can be checked."""
