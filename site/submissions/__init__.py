"""What the public sends in, and the consent it is sent with."""
