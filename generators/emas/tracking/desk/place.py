"""Where coordinators' pages may be seen: on this computer, or behind HTTPS; never in clear.

Without a public address, only the computer of the service sees them: the client is loopback, the
host is a name of loopback (another name would be that of a page that has its name point here), and
nobody says that the request was passed on. With a public address in HTTPS, only that address does:
a proxy on this computer says with `X-Forwarded-Proto` that it received HTTPS. uvicorn believes
that header from loopback alone, and gives it as the scheme of the request.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")


def public(address: str) -> bool:
    """Return whether the service is seen from elsewhere, at that address."""
    return address.startswith("https://")


def allowed(request: Request, address: str) -> bool:
    """Return whether this request may see coordinators' pages of the service at `address`."""
    if public(address):
        return origin(request) == address
    return request.url.scheme == "http" and _local(request)


def origin(request: Request) -> str:
    """Return the origin that the browser asked, « http://localhost:8710 »."""
    return f"{request.url.scheme}://{request.headers.get('host', '').lower()}"


def _local(request: Request) -> bool:
    if any(name in request.headers for name in PASSED_ON):
        return False
    try:
        host = urlsplit(origin(request)).hostname
        return host in LOCAL_NAMES and ip_address(_client(request)).is_loopback
    except ValueError:
        return False


def _client(request: Request) -> str:
    return request.client.host if request.client else ""


def same_origin(request: Request) -> bool:
    """Return whether one of our own pages sends this form: the browser says so, pages cannot."""
    site, sender = (request.headers.get(name) for name in ("sec-fetch-site", "origin"))
    if site is None and sender is None:
        return False
    return site in (None, "same-origin") and sender in (None, origin(request))
