"""The newsroom's week around an issue: a new paper, the next issue, stories that move.

Takes a paper's folder, gives changes to be written (:class:`.changes.Changes`); the
commands write them. YAML that people wrote keeps its comments and its order.
"""
