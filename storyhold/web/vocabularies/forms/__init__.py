"""What is typed about tags, their kinds, and ratings."""
