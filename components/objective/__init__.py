"""One objective: its card, its trajectory, its regions, its versions."""
