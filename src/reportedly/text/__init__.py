"""Operations on text that never move a character: every offset holds before and after."""
