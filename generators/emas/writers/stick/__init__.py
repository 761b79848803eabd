"""A USB stick: its first page, its checksums, and the names that it may hold.

Source of the rules on names: Microsoft, « Naming Files, Paths, and Namespaces ».
"""

from emas.writers.stick.contents import PAGE, SESSIONS, SUMS, Contents, Visit
from emas.writers.stick.names import LONGEST, refused
from emas.writers.stick.page import page
from emas.writers.stick.sums import sums

__all__ = ["LONGEST", "PAGE", "SESSIONS", "SUMS", "Contents", "Visit", "page", "refused", "sums"]
