"""What a figure counts: by the narrow rules of `model.prose`, else by the words of its own item."""
