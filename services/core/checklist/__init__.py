"""What is gone through, in order, when something happens, for example when a case begins (SL-24)."""
