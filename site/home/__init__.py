"""Home page, menu, site identity, plain pages: gathers from everything below."""
