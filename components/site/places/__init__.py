"""The pages Regions and Twins of the public site: the grid of the app, and the pairs."""
