"""What a browser keeps of a visit: a random secret, of which the service keeps the SHA-256.

`__Host-`: browsers take it only with Secure, for this host alone and all its paths, so that no
other site and no page in clear can give us one. They hold http://localhost for secure.
"""

import hashlib
import hmac
import secrets

from starlette.requests import Request
from starlette.responses import Response

NAME = "__Host-emas-bureau"
FORM = b"formulaire"


def new() -> str:
    """Return a secret of 256 bits."""
    return secrets.token_urlsafe(32)


def read(request: Request) -> str | None:
    """Return the secret of a request."""
    return request.cookies.get(NAME)


def hashed(secret: str) -> bytes:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).digest()


def form_token(secret: str) -> str:
    """Return what each form of a visit holds; the secret cannot be found from it."""
    return hmac.new(secret.encode(), FORM, hashlib.sha256).hexdigest()


def same(said: str, token: str) -> bool:
    """Return whether a form has the token of its visit."""
    return hmac.compare_digest(said.encode(), token.encode())


def give(response: Response, secret: str) -> Response:
    """Have the browser keep a secret until it is closed. Scripts do not see it."""
    response.set_cookie(NAME, secret, path="/", secure=True, httponly=True, samesite="lax")
    return response


def take_back(response: Response) -> Response:
    """Have the browser forget its secret."""
    response.delete_cookie(NAME, path="/", secure=True, httponly=True, samesite="lax")
    return response
