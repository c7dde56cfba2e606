"""The one collection of tables, and the two kinds of column that the local ones are made of."""

from sqlalchemy import Column, Integer, MetaData, Text, text

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


def text_column(name: str, *, key: bool = False) -> Column[str]:
    """Text, or null."""
    return Column(name, Text, primary_key=key)


def whole_column(name: str, *, key: bool = False, default: int | None = None) -> Column[int]:
    """A whole number, or null."""
    return Column(name, Integer, primary_key=key, server_default=None if default is None else text(str(default)))
