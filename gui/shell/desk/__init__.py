"""What is done with drafts as files: their history, copies, names and folders."""
