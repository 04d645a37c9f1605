"""Word files, new and old: what a reader would see, as blocks."""
