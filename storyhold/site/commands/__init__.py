"""One module per command of `storyhold`."""
