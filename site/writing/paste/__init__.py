"""Text from Word, Google Docs and LibreOffice: what our blocks can hold is kept, the rest dropped.

`source` reads what an office program put on the clipboard, `pieces` makes blocks of it.
"""

from writing.paste.pieces import Piece, TableRows, TextRun, read_pieces

__all__ = ["Piece", "TableRows", "TextRun", "read_pieces"]
