"""Pages of challenges: the list, one with its answers, posing, answering."""
