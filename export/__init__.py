"""Writes what others read: a report becomes blocks, the blocks become a file, the file is read back and compared."""
