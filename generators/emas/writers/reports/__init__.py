"""What sessions gave: the results of one, as a page and as a PDF; the year, as tables."""
