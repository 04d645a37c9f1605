"""Find and replace over all parts of the open report."""
