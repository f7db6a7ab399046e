"""Chinese newspaper pages from text files.

YAML issue specs and Markdown stories go in; print-ready newspaper pages come out::

    issue.yaml  stories/*.md  pictures/*      layouts/**/*.yaml      fonts/
        │ spec        reads text, keeps line and column of every value
        │ content     resolves references: stories, pictures, furniture
        │ text        sets copy in lines: squeeze, break, justify       (小样)
        │ makeup      puts lines on the grid of the pages               (大样)
        │ display     transcribes the pages into draw operations
        ▼ pdf         writes the file

:mod:`printpress.pipeline` is this diagram as code.
"""

__version__ = "0.1.0"
