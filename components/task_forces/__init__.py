"""Task forces: brief, tasks, joining, applications."""
