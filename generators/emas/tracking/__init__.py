"""The tracking service: a small web application that keeps what participants answer.

It needs the extra `suivi`. Nothing below imports it; only the command line starts it.
"""
