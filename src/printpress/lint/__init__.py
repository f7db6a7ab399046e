"""Lints: what a careful proof-reader would ask about copy and pages.

Each rule is a function from finished values to diagnostics; none of them changes
anything. :mod:`.copy` reads the stories of an issue before they are set,
:mod:`.template` its layouts, whatever stands in them.
"""
