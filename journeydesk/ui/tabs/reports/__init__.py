"""The Reports tab: picker, figures and charts, preview and export."""
