"""The planning review of one prospect: its roadmap by keys and mouse, notes, use, money, texts, and its pages."""
