"""What the pages of partners draw and say."""
