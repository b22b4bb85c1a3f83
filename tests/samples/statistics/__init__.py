"""Files of official statistics about made-up areas, and what makes them."""
