"""The type of a transaction's connection, for layers above that pass one on and may not know SQLAlchemy."""

from sqlalchemy import Connection

__all__ = ["Connection"]
