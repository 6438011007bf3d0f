"""Filing away: one module for each kind of thing, in the order of `intake.steps`."""
