"""PDF files: what a painter made of the pages becomes a tagged file with a right text layer, and is read back."""
