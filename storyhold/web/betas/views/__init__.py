"""The pages: offers for everybody, lending for authors, drafts for whoever has a link."""
