"""What a reader's browser shows and asks for."""
