"""Meetings on screen: the list, one meeting with its agenda, its presentation, its decisions."""
