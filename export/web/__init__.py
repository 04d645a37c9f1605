"""Web pages: written from the blocks."""
