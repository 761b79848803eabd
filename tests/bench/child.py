"""Build a site with MkDocs in this process, then print the most memory it held, in kilobytes.

Asked of the system here: what the parent is told of its child begins with its own memory.
"""

import re
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

build(load_config("mkdocs.yml"))
print(re.findall(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("ascii"))[0])
