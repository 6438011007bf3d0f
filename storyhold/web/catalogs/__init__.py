"""What programs read of the archive: search engines and e-readers."""
