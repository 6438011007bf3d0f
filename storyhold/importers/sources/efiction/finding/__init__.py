"""What a source is made of: where its dumps, its stories folder and its settings are."""
