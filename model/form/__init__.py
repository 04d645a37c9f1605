"""The official form as data."""
