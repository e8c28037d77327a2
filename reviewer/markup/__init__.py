"""HTML text -> the scripts, style sheets, handlers, links and forms in it, with their places."""
