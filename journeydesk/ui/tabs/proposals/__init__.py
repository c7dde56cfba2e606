"""What an agent proposes: the list, what each would write, and a person's decision."""
