"""Reporting a page, writing to the archive and to members, and the desks where that is settled."""
