"""Draft files: read with suspicion, written whole, kept with their history."""
