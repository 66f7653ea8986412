"""Meetings: agendas, decisions, corrections."""
