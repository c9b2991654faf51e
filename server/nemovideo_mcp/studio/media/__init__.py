"""Media files: what they are, whether they are whole, where they are kept, and the child processes that work on them."""
