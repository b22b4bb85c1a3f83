"""Runs that are meant to break the reading of documents; too long for the tests."""
