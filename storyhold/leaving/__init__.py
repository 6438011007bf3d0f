"""Leaving: taking everything along, and what becomes of what stays."""
