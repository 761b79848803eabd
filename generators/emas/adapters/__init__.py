"""Adapters: what lets a site engine show our pages."""
