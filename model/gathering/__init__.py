"""征集表: figures that each 科室 (a section of the agency) gives on a sheet of its own, and how they are added up."""
