r"""Finished pages as flat lists of draw operations.

``draw`` transcribes a make-up into :class:`~printpress.display.ops.DisplayList`\\ s
and decides nothing; ``dump`` writes them as text that people review.
"""
