"""Blocks become a reading: tables by what they say, texts by their headings, doubts as data."""
