"""What the program writes in the folders of authors, at their request."""
