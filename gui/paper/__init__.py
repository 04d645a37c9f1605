"""The report on paper: pages painted from the blocks."""
