"""One module of factories an app. Pages are made in the tree and live unless told otherwise."""
