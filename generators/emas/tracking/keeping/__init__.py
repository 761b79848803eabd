"""How long what was said is kept, how it is erased, who did what, and whether all is well."""
