"""The archive itself: its name, its house rules, and whether it has been set up."""
