"""What comes from elsewhere, and what goes: paper, older pages, other databases, other services."""
