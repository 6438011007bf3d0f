"""Where the time of a page goes: shown to the archivist at the page's own address."""
