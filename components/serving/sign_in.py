"""A sign-in that failed, said to whoever tried."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ToldSignIn:
    """Lets a failed sign-in be said: Streamlit logs it and sends the reader back without a word."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at what follows the provider's answer only."""
        if scope["type"] != "http" or not scope["path"].endswith("/oauth2callback"):
            await self.app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and not _signs_in(message):
                headers = MutableHeaders(scope=message)
                headers["location"] = f"{headers.get('location', '/')}?signin=failed"
            await send(message)

        await self.app(scope, receive, told)


def _signs_in(message: Message) -> bool:
    cookies = Headers(scope=message).getlist("set-cookie")
    return any(
        cookie.startswith("_streamlit_user=") and "max-age=0" not in cookie.lower()
        for cookie in cookies
    )
