"""Lints: what a careful proof-reader would ask about copy and pages.

Each rule is a function from finished values to diagnostics; none of them changes
anything. :mod:`.copy` reads the stories of an issue, :mod:`.pages` its pages as they
are made up, :mod:`.template` its layouts, whatever stands in them. What is asked of few
papers only is imported where one of them comes.
"""
