"""What no file is called on Windows, whatever its suffix.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file
"""

PORTS = ("com", "lpt")
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{sign}" for port in PORTS for sign in "0123456789¹²³"))
)


def is_device(name: str) -> bool:
    """Return whether Windows keeps the name of that file or folder for a device."""
    return name.partition(".")[0].lower() in DEVICES
