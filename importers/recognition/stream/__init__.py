"""Tables that were copied as plain text: the stream of their labels and figures aligned with the form."""
