"""One bad row never hides the rest: what cannot be made is logged, and named by a reference."""

import logging
from uuid import uuid4

LOG = logging.getLogger(__name__)


def note(error: Exception) -> str:
    """Log an error with its traceback; return the reference under which the log has it."""
    reference = uuid4().hex[:8]
    LOG.error("error", extra={"reference": reference}, exc_info=error)
    return reference
