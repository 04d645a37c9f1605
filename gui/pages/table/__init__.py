"""The page of one number table."""
