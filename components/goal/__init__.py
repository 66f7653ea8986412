"""One goal: its message, its gauge with bounds, what holds it back, who works on it."""
