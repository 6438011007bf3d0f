"""Reading a chapter, and writing one: edit, preview, revisions, order."""
