"""Chores of this room."""

from storyhold.leaving.actions import complete_departures as complete_departures
