"""What each page says, run without a browser."""
