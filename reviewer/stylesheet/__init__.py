"""CSS text -> facts about what it loads, selects and sets, with their places."""
