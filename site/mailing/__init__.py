"""Every e-mail of the site: queued in the database, sent off the request, retried, never lost.

`services.queue` takes a mail, the clock calls `services.send_due` each minute, and people see in
the admin what has not got out yet.
"""
