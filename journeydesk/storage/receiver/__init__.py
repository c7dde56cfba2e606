"""What other programs told us and are told: the inbox, links in mails, what goes out."""
