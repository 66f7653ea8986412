"""What the product ships with: plan, published figures, register."""
