"""The open report: edits, undo, findings, progress."""
