"""What is kept of sessions in `donnees/`: never a name."""
