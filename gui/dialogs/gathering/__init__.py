"""The dialogs about figures that each 科室 gives on a sheet."""
