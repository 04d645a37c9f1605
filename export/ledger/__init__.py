"""A ledger to be filled in, blank or with what the year before left open: what it holds is read back exactly."""
