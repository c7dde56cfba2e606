"""What an agent proposes and is handed."""
