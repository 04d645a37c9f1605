"""Ledgers of applications: workbooks and lists with commas, read in a process apart into lines that are counted."""
