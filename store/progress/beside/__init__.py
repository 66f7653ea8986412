"""What stands beside a verdict for who asks why, and never decides it."""
