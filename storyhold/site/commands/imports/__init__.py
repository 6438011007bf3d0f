"""What `storyhold import` can do: a module for each deed, as those in `commands`."""
