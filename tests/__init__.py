"""What the dashboard promises, checked against real databases and a real browser."""
