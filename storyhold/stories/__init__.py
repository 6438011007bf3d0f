"""Stories, chapters, authorship, revisions, drafts, publication and the trash."""
