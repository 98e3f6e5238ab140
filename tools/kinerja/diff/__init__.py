"""What differs between two states of data/, in words: trees, texts, criteria, and the effect of a changed rule."""
