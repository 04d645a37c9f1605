"""Many reports at once: which files, whose, and the processes that read and check them."""
