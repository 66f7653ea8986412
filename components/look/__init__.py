"""How everything looks: colours, style sheet, status, the dial."""
