"""Sheets that a 科室 has sent back, of any kind of file with a table in it."""
