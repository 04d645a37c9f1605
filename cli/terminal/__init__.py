"""What is shown on a terminal beside the answers, and what must not be shown."""
