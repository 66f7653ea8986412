"""The open data over HTTP, beside the pages in the same server: reading only, for programs.

It has no reader and no session: what it gives away is what everybody may see.
"""

from components.api.routes import routes, takes_gzip

__all__ = ["routes", "takes_gzip"]
