"""Workbooks: every sheet as paragraphs and tables."""
