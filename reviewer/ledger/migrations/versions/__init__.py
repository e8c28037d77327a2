"""The steps, in order of their names; a step that was released is never changed."""
