"""What is done with whole drafts: laid against each other, kept in one file, moved to another folder."""
