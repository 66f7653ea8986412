"""Twin regions: pairs, fields, form, maps, comparison."""
