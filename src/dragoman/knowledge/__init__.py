"""Knowledge: takes the files that people edit, gives them checked, compiled and ready to be asked."""
