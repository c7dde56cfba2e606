"""The upgrade dialog, its mail, its key and its settings page, with real keys and clicks over the Stripe stand-in."""
