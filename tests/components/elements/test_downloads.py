"""A file that was asked for stays until its browser comes for it, whatever other pages do."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from components.elements import downloads
from components.reader import access, run
from components.reader.access import Reader
from store.rights.rights import LOCAL_USER


class Server:
    """The part of Streamlit's server that makes files and gives them up."""

    def __init__(self) -> None:
        """Begin without a file."""
        self.storage = MemoryMediaFileStorage("/media")
        self.media_file_mgr = MediaFileManager(self.storage)

    def press(self, name: str, make: Callable[[], bytes] | None = None) -> str:
        """Press the button of a file, which holds its name where none is made; return its address.

        The file is made in a thread that draws no page.
        """
        call = downloads.made(make or name.encode, name)
        button = self.media_file_mgr.add_deferred(call, downloads.ANY_TYPE, name, file_name=name)
        with ThreadPoolExecutor() as threads:
            return threads.submit(self.media_file_mgr.execute_deferred, button).result()

    def fetch(self, address: str) -> bytes:
        """The file at an address."""
        return self.storage.get_file(address.removeprefix("/media/")).content

    def end_runs(self) -> None:
        """End runs of some open pages."""
        for _run in range(3):
            self.media_file_mgr.remove_orphaned_files()


@pytest.fixture
def server(real_names: None) -> Iterator[Server]:  # noqa: ARG001
    """A server of the test's own."""
    made = Server()
    with patch("streamlit.runtime.get_instance", return_value=made):
        yield made


def test_a_made_file_is_there_though_other_pages_ended_their_runs(server: Server) -> None:
    address = server.press("words.txt")
    server.end_runs()
    assert server.fetch(address) == b"words.txt"


def test_old_files_are_given_up(server: Server) -> None:
    oldest, *others = [server.press(f"{number}.txt") for number in range(downloads.KEPT + 1)]
    server.end_runs()
    with pytest.raises(MediaFileStorageError):
        server.fetch(oldest)
    assert all(server.fetch(address) for address in others)


def test_a_file_is_made_for_who_reads_the_page(server: Server) -> None:
    def name() -> bytes:
        return access.actor().name.encode()

    with run.working_apart(reader=Reader(LOCAL_USER)):
        address = server.press("name.txt", name)
    assert server.fetch(address) == LOCAL_USER.name.encode()
    assert server.fetch(server.press("visitor.txt", name)) == b"visitor"
