"""征集表: what is asked of one 科室, as a page to be filled in."""
