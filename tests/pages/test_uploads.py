"""Files are taken from whoever is asked for one, and from nobody else."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from components.reader import upload
from components.serving.uploads import ADDRESS, GuardedUploads
from tests.pages.acting import Open
from tests.pages.conftest import SCRIPTS

SESSION = "test session id"  # of whoever opens pages without a browser


async def taken(_request: Request) -> Response:
    """What Streamlit answers to a file."""
    return Response(status_code=204)


def test_only_a_page_that_asks_for_a_file_is_given_one(open_page: Open) -> None:
    takes = Route(ADDRESS + "{session}/{name}", taken, methods=["PUT", "DELETE"])
    server = TestClient(GuardedUploads(Starlette(routes=[takes])))

    def bring(name: str, session: str = SESSION) -> int:
        return server.put(f"{ADDRESS}{session}/{name}", content=b"x").status_code

    app = open_page("Sofia", "method")
    assert bring("before") == 429
    app.switch_page(SCRIPTS["import"]).run()
    assert [bring(f"file {number}") for number in range(upload.AT_ONCE)] == [204] * upload.AT_ONCE
    assert bring("one too many") == 429
    assert bring("a stranger's", session="another") == 429
    server.delete(f"{ADDRESS}{SESSION}/file 0")
    assert bring("another") == 204
    app.run()  # which may have begun before the one that is to show them
    assert bring("the next") == 429
    app.run()  # which frees what no field of the page shows
    assert bring("the next") == 204
    app.switch_page(SCRIPTS["method"]).run()
    assert bring("after") == 429
