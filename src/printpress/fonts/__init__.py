"""Faces: opened, measured, shaped and cut down to the glyphs in use.

The only package that knows HarfBuzz. :mod:`printpress.fonts.build` makes the
committed faces and alone needs fontTools; nothing of it is imported when pages are
made.
"""
