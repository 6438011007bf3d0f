"""Dumps of databases: from bytes to statements, and from statements to rows of bytes."""
