"""Supplied PDF pages taken over whole: adverts that arrive ready to print (来样).

:mod:`.reading` opens the file, :mod:`.copying` takes over what its page needs,
:mod:`.record` is what becomes of it: objects as PDF writes them, which the writer
numbers anew. Nothing here judges colours or fonts; that is the preflight's.
"""
