"""Text that any file can hold: no halves of characters."""


def whole_characters(text: str) -> str:
    """The text with surrogate pairs joined and lone surrogates replaced by �, so that any file can hold it."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
