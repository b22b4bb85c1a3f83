"""Tests of importing official statistics, on small files about made-up areas."""
