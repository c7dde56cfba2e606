"""The prospects tab: view chips, filter bar, the list, the bulk bar; the detail panel beside it."""
