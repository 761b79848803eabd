"""Why something was not written: nothing of it is kept."""


class RefusedError(Exception):
    """What was asked cannot be; asking again gives the same."""


class ConflictError(RefusedError):
    """Something else is kept under this id."""


class PreconditionError(RefusedError):
    """The document is not the one that the client thinks it is."""


class ErasedError(RefusedError):
    """It was erased, and does not come back."""


class UnavailableError(Exception):
    """The disk is full, the database locked or away: asking again later may do."""


class StoreTooNewError(Exception):
    """The database was made by a newer version of the program."""
