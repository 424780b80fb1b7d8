"""Knowledge handed to the next setting, in one form that every profession uses (SL-31)."""
