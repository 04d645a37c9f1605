"""The calls that take many reports at once."""
