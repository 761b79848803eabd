"""The local preview: what a project gives, shown while somebody writes it. It writes nothing."""
