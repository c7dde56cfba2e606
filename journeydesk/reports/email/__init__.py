"""E-mail: replies first, then clicks and opens, of each template against its targets."""
