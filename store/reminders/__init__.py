"""What somebody owes, brought to them: by mail in their own rhythm, and as a calendar."""
