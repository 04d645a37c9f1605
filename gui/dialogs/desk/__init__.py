"""The dialogs about drafts as files."""
