"""What can be put into a text: ready sentences, cells by the words of texts, figures that can follow the tables."""
