"""xAPI over HTTP: what any learning record provider may ask (xAPI 1.0.3, Communication)."""

from emas.tracking.lrs.routes import xapi_routes

__all__ = ["xapi_routes"]
