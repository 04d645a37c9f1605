"""The checks themselves, a file for each family."""
