"""The demo content and the services that load it. Nothing imports it."""
