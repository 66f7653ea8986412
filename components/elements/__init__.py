"""Parts that any page may use: tables, charts, captions, export."""
