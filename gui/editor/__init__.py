"""The editor of the report's texts: plain text, live fields, findings where they are."""
