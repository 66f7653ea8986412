"""What readers know or doubt, in one list, answered there."""
