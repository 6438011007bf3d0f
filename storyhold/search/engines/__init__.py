"""What keeps an index and looks into it; each passes `tests/search/test_engines.py`."""
