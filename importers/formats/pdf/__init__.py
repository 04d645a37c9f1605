"""PDF files: ruled tables, lines of text, paragraphs."""
