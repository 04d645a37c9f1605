"""The window and what stands around the page of an open report."""
