"""Files that are made when their button is pressed, and kept until the browser has fetched them."""

from collections.abc import Callable
from itertools import count

from streamlit import runtime

from components.language.spoken import carried
from components.reader import cache, run

KEPT = 32  # files of all readers; the oldest is given up for a new one
ANY_TYPE = "application/octet-stream"
_numbers = count()


def made(make: Callable[[], bytes], name: str, mime: str = ANY_TYPE) -> Callable[[], bytes]:
    """What a button calls for a file of this name, in the language of the page, for its reader.

    Streamlit gives a made file up when the second run from then ends, whosever it is, and each
    open page ends one every other second: a browser on a slow line would come too late.
    """
    reader = run.stored("reader")

    def make_and_keep() -> bytes:
        with run.working_apart(reader=reader):
            cache.begin_run()
            content = make()
        # Told of the file as of one that a page shows, Streamlit gives it the same address.
        files = runtime.get_instance().media_file_mgr
        place = str(next(_numbers) % KEPT)
        files.add(content, mime, place, name, is_for_static_download=True)
        return content

    return carried(make_and_keep)
