"""审核汇总: many reports in the window, from the folder to the decision on each."""
