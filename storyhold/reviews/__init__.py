"""Reviews by readers, and the authors' replies."""
