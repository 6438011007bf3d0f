"""How the press ends, besides well."""

FAILED, NO_FACE = 3, 4
