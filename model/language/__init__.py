"""Chinese official prose as characters, numerals and sentences; knows no report."""
