"""A source file as plain paper, beside whatever was read from it."""
