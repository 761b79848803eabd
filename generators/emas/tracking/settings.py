"""What the service must know to start."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` is an address as SQLAlchemy writes them, `address` that of the service."""

    database: str
    address: str
