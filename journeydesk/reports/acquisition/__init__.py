"""The weekly acquisition report: its measures, figures and charts, and the prospects behind a figure."""
