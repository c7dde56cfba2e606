"""After something changed, or time passed: fold, publish, score, ask the rules, run the automations."""
