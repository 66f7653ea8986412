"""How verdicts, flags and figures are put into words."""
