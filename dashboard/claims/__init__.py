"""What papers claim, worked out again: against official figures, and against what else is printed."""
