"""The pages of the desk: fetch through a door, call one action, answer."""
