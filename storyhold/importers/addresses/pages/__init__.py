"""The old program's pages, by the names of their scripts: each finds its successor."""
