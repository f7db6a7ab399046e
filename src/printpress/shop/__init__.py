"""What goes to the print shop: files in its standard and under its names."""
