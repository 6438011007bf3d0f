"""Voting, looking at old polls, and asking a question in the office."""
