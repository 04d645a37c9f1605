"""Parts and wholes: shares in figures and in words, and how two things of the year stand to each other."""
