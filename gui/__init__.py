"""The window: pages that show the open report and send edits to it."""
