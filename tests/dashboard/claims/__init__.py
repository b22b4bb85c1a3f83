"""What papers claim, worked out again."""
