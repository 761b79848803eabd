"""Sessions in the room: joining by code, answers of participants, opinions."""
