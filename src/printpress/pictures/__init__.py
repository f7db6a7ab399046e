"""Pictures at their final size, in the press's inks (the only users of Pillow).

Takes files and the frames they stand in; gives pixels in CMYK or grey that are never
upsampled, never distorted and never above the press's ink limit.
"""
