"""The calls about all drafts of this machine at once."""
