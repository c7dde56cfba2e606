"""Reports: the catalogue, what a report is, the blocks it is made of, a folder for each, and the page as PDF."""
