"""Questions asked together: the trainer's wall, and the phones that follow it."""
