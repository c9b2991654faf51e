"""One file a language: the words commands are made of."""
