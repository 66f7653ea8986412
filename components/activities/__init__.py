"""Activities on screen: list, map, timeline, form, calls, proposals."""
