"""Profiles and pen names."""
