"""What the program explains: a place of the report beside it, and the book of all that is written for the clerk."""
