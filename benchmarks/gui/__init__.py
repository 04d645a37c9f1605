"""Measurements as ratios against a baseline in the same run; `docs/development.md` says how to read them."""
