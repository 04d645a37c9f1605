"""Tests of the checks: what each one must find, what it must leave alone."""
