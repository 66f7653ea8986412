"""An OpenID provider on loopback: discovery, keys, authorization code with PKCE, signed ID tokens.

Whoever types a login that it knows is signed in; any other login is denied, as a person is who
presses "cancel" at a real provider.
"""

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "dashboard", "for-loopback-only"
COOKIE_SECRET = secrets.token_hex(32)
LIFETIME = 3600  # seconds
FORM = "<form method=post><label>Login <input name=login></label><button>Continue</button></form>"


@dataclass
class Provider:
    """The provider's state: who can sign in with which claims, and the codes handed out."""

    address: str
    logins: dict[str, dict[str, Any]]
    codes: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    key: RSAKey = field(
        default_factory=lambda: RSAKey.generate_key(
            2048, {"kid": "one", "use": "sig", "alg": "RS256"}
        )
    )

    def app(self) -> Starlette:
        """The provider's endpoints."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.describe),
                Route("/keys", self.publish_keys),
                Route("/authorize", self.authorize, methods=["GET", "POST"]),
                Route("/token", self.exchange, methods=["POST"]),
                Route("/end", self.end),
                Route("/favicon.ico", self.show_no_icon),
            ]
        )

    async def describe(self, _request: Request) -> Response:
        """Discovery."""
        return JSONResponse(
            {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "end_session_endpoint": f"{self.address}/end",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
        )

    async def publish_keys(self, _request: Request) -> Response:
        """The public key."""
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def authorize(self, request: Request) -> Response:
        """Ask for a login; send the browser back with a code, or with the denial."""
        asked = dict(request.query_params)
        if request.method == "GET":
            return HTMLResponse(FORM)
        login = str((await request.form()).get("login"))
        if login not in self.logins:
            answer = {"error": "access_denied", "state": asked["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self.codes[code] = (login, asked)
            answer = {"code": code, "state": asked["state"]}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 303)

    async def exchange(self, request: Request) -> Response:
        """An ID token for a code, once, to whoever began the sign-in."""
        form = await request.form()
        login, asked = self.codes.pop(str(form.get("code")))
        basic = request.headers["authorization"].removeprefix("Basic ")
        assert base64.b64decode(basic).decode() == f"{CLIENT}:{SECRET}"
        verifier = str(form.get("code_verifier")).encode()
        digest = base64.urlsafe_b64encode(hashlib.sha256(verifier).digest()).rstrip(b"=")
        assert digest.decode() == asked["code_challenge"]
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": login,
            "iat": now,
            "exp": now + LIFETIME,
            "nonce": asked["nonce"],
        }
        token = jwt.encode({"alg": "RS256", "kid": "one"}, claims | self.logins[login], self.key)
        return JSONResponse(
            {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "id_token": token}
        )

    async def end(self, request: Request) -> Response:
        """Sign out here too, and go back."""
        return RedirectResponse(request.query_params.get("post_logout_redirect_uri", "/"), 303)

    async def show_no_icon(self, _request: Request) -> Response:
        """Browsers ask for one."""
        return Response(status_code=204)


@contextmanager
def providing(logins: dict[str, dict[str, Any]]) -> Iterator[Provider]:
    """Yield a running provider."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        provider = Provider(f"http://127.0.0.1:{listener.getsockname()[1]}", logins)
        server = uvicorn.Server(uvicorn.Config(provider.app(), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield provider
        server.should_exit = True
        thread.join()


def login_token(name: str) -> str:
    """What the button "Sign in with …" sends to the app's server to name a provider."""
    payload = {"provider": name, "exp": int(time.time()) + LIFETIME}
    return jwt.encode({"alg": "HS256"}, payload, OctKey.import_key(COOKIE_SECRET))


def secrets_file(providers: Mapping[str, Provider], redirect: str) -> str:
    """What `.streamlit/secrets.toml` holds to sign in with these providers, by their names."""
    head = f"""
[auth]
redirect_uri = "{redirect}/oauth2callback"
cookie_secret = "{COOKIE_SECRET}"
"""
    return head + "".join(_section(name, provider) for name, provider in providers.items())


def _section(name: str, provider: Provider) -> str:
    return f"""
[auth.{name}]
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider.address}/.well-known/openid-configuration"
client_kwargs = {{ prompt = "login", scope = "openid email profile" }}
"""
