"""JavaScript text -> syntax tree -> facts about one page: knows ECMAScript, knows no rule and no platform."""
