"""E-mail as pure rules: templates and their merge fields, what is due, when a mail is tried again, what came back, rates."""
