"""Tests of many reports at once."""
