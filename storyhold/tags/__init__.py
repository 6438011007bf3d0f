"""Vocabularies: tag kinds, tags, ratings and their gates."""
