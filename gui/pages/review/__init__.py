"""What was read from a file, beside the file."""
