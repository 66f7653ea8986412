"""The demonstration store: invented figures, activities, meetings, partners."""
