"""A member's package: everything of theirs, in files that any program can read.

`docs/reference/package.md` describes it, for people and for programs.
"""
