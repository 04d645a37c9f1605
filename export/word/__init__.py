"""Word files: written from the blocks, read back and compared."""
