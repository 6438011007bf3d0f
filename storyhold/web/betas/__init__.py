"""Pages for beta readers: the list, private links to drafts, and the notes on them."""
