"""Meetings on screen: the list, one meeting with its agenda, its decisions, its minutes."""
