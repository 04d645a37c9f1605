"""The three tables, found by what their rows and columns are called."""
