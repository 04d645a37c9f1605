"""What is written of many reports together: the workbook of the board, the tidy table, the 退回意见."""
