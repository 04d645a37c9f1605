"""The call for the sheets on which each 科室 gives its figures."""
