"""Reading figures in official Chinese prose: which words give a number, and what of the form it counts."""
