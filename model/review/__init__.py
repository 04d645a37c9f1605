"""Many reports on one desk: rows, the board, decisions, likeness of texts, and the sum; all of it values."""
