"""Protection of persons: personal numbers and names in text, and what a table gives away."""
