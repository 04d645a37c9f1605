"""Controls that know no report: buttons, fields, layouts, words."""
