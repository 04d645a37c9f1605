"""Title, headings and texts of a report."""
