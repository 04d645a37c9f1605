"""The session for Qt: signals, autosave, checks in idle time, export and reading in threads."""
