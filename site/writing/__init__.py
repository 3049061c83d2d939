"""How editors find, choose and write pages: listings of each kind, page chooser, pasting."""
