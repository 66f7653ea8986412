"""What surrounds every page: frame, navigation, icon, logo."""
