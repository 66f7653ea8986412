"""Everything that decides: models, progress, queries, actions. It draws nothing."""
