"""Accounts that came in from an old archive and wait for whom they belong to."""
