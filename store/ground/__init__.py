"""What every room of the store stands on: errors, texts."""
