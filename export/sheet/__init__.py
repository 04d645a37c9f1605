"""审签单: what it says, and what it tells of a file or a sheet that was signed."""
