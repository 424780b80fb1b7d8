"""The page ``family_child``: a child as its family sees it."""
