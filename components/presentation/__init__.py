"""A meeting on the projector: its steps, in large type, moved by keys."""
