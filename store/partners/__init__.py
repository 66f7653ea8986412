"""The partners: organisations and the register."""
