"""Django's PostgreSQL backend for the project's own server, which the first connection starts."""
