"""校验结果 in the window: the panel, one finding, the card beside words or cells."""
