"""What the app says of itself: its method, its sources, its data."""
