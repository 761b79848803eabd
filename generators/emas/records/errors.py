"""Why what is kept of sessions cannot be used."""


class RecordsError(Exception):
    """What is kept cannot be read any more; the message says which file and what to do."""
