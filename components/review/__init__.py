"""What waits for a review: the list, one figure in full with its effect, approve or return."""
