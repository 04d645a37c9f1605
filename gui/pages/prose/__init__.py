"""The page of one text."""
