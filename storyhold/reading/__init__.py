"""What members remember of stories: where they stopped, their shelves, and notes of their own."""
