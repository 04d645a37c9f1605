"""Reading a figure by the words of its own item, where no narrower rule of `model.prose` knows it."""
