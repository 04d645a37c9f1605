"""The disk: files replaced whole, strict JSON, locks, and what went wrong in words."""
