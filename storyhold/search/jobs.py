"""What the worker does here by itself."""

from storyhold.search.actions import Keeper

keep_index = Keeper().keep
