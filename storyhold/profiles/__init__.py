"""What members say about themselves, in fields that the archive defines."""
