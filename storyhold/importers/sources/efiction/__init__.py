"""eFiction, in every version from 1.1 to its last forks."""
