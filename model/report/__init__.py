"""The report as a value, and what follows from it."""
