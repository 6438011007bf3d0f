"""What people tell those who keep the archive, and one another: reports, letters, messages."""
