"""How the sheet of a workbook is chosen."""

FIRST = "*"
"""In the place of a name the first sheet that holds something, where there are several; no sheet can be called so."""
