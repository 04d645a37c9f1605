"""The number table that is filled in: the official form, painted."""
