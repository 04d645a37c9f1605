"""The few dialogs, for what cannot be a line in the window."""
