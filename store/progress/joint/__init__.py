"""From indicators and places to objectives, goals and the plan."""
