"""Reads what others wrote: each kind of file becomes plain blocks, the blocks become a report and a list of doubts."""
