"""Maps: shapes of countries, shading, layers, arcs."""
