"""The archive as a catalog for e-readers: OPDS 1.2 in Atom and OPDS 2.0 in JSON, alike."""
