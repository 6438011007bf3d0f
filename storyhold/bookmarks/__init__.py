"""What members keep, and what they want to hear about."""
