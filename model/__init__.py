"""The report as a value, the official form, the checks and the drafts; the standard library and nothing else."""
