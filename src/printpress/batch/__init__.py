"""Many editions of many issues at once, on this machine or on many.

:mod:`.plan` says what is to be made, :mod:`.run` has it made by any executor of
``concurrent.futures``, :mod:`.work` is what happens in a worker, :mod:`.desk` what
editions share there, :mod:`.dashboard` what is told at the end.
"""
