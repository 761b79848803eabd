"""Where this computer is on its networks."""

import socket

ANYWHERE = ("192.0.2.1", 9)
"""An address that is nobody's (RFC 5737): nothing is sent there, it only tells our own."""


def own_addresses() -> list[str]:
    """Return the addresses of this computer on its networks; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ANYWHERE)
        except OSError:
            return []
        address: str = probe.getsockname()[0]
    return [] if address.startswith("127.") else [address]
