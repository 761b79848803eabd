"""Accounts of programs that read and write statements: a name, a password hashed by argon2."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from emas.tracking.store.schema import account
from emas.tracking.store.writer import Transaction


@dataclass(frozen=True, slots=True)
class Account:
    """`password_hash` is what argon2 gives, its parameters included."""

    name: str
    password_hash: str


def keep(transaction: Transaction, accounts: Sequence[Account]) -> list[Exception | None]:
    """Add accounts, or give them another password."""
    for one in accounts:
        transaction.connection.execute(delete(account).where(account.c.name == one.name))
        values = {"name": one.name, "password_hash": one.password_hash}
        transaction.connection.execute(insert(account).values(values))
    return [None] * len(accounts)


def find(connection: Connection, name: str) -> Account | None:
    """Return the account of that name."""
    row = connection.execute(select(account).where(account.c.name == name)).one_or_none()
    return None if row is None else Account(row.name, row.password_hash)
