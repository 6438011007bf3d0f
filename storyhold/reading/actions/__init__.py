"""Writing: one function per verb, one transaction each."""
