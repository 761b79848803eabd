"""Writers: from values to bytes."""
