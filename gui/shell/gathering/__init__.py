"""What happens with the sheets of the 科室 in the window."""
