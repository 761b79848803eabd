"""The paper of the project. `words.py` needs no engine: the site reads it too."""
