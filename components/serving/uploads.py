"""Files are taken from a session whose page asks for one, before a byte of them is read."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from components.api import problems
from components.reader import upload
from components.serving.base import BASE

ADDRESS = f"{BASE}/_stcore/upload_file/"


class GuardedUploads:
    """Refuses files that no page asked for: Streamlit takes any from any session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what is brought and what is taken back."""
        if scope["type"] == "http" and scope["path"].startswith(ADDRESS):
            session_id, _, file_id = scope["path"].removeprefix(ADDRESS).partition("/")
            if scope["method"] == "DELETE":
                upload.drop(session_id, file_id)
            elif scope["method"] == "PUT" and not upload.take(session_id, file_id):
                request = Request(scope)
                refused = problems.answer(request, HTTPStatus.TOO_MANY_REQUESTS, problems.NO_FILE)
                await refused(scope, receive, send)
                return
        await self.app(scope, receive, send)
