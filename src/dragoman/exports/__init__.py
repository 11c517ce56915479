"""Records → the forms that others read: JSON lines, flat CSV rows, columns."""
