"""Languages: one folder each, vocabulary in TOML, grammar in Python, examples beside the rules."""
