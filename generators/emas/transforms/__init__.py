"""Transforms: from trees to trees, knowing neither files nor formats."""
