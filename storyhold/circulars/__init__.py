"""Letters of the archive to all its members, or to some of them."""
