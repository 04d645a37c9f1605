"""The pages of the window: each shows the session and sends edits to it."""
