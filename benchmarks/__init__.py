"""Measurements, by hand and on a quiet machine."""
