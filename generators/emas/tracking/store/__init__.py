"""What is kept: statements and documents, in SQLite or PostgreSQL. SQLAlchemy Core only."""

from emas.tracking.store.errors import (
    ConflictError,
    ErasedError,
    PreconditionError,
    RefusedError,
    StoreTooNewError,
    UnavailableError,
)
from emas.tracking.store.store import Store

__all__ = [
    "ConflictError",
    "ErasedError",
    "PreconditionError",
    "RefusedError",
    "Store",
    "StoreTooNewError",
    "UnavailableError",
]
