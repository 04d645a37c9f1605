"""What a file says, as plain blocks."""
