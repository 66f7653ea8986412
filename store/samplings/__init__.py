"""Soil organic carbon that members measured: reported, reviewed, and read as series of a site."""
