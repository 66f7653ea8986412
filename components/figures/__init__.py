"""What stands behind one figure: where it comes from, revisions, remarks."""
