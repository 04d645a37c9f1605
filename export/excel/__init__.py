"""Excel files: the tables as the official form, the figures as a list, the words; read back and compared."""
