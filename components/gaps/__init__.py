"""Where figures are missing, as rows and as a chart."""
