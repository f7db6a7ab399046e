"""The preview in the browser: pages that follow every saved file.

:mod:`.session` makes the pages, again and again; :mod:`.watch` calls it when a file has
changed; :mod:`.server` shows what there is, on this machine only. What watchers see
passes over one :class:`~printpress.live.board.Board`.
"""
