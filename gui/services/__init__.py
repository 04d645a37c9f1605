"""What the window needs of the machine: folders, memory of the last run, imports ahead of need."""
