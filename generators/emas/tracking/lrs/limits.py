"""How much one request may bring."""

MAX_BODY = 256 * 1024
"""Bytes."""
MAX_BATCH = 50
"""Statements that the holder of a participant's token may send at once."""
RETRY_AFTER_S = 5
"""What a client is told to wait when the store cannot write."""
