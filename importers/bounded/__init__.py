"""What a stranger packed, opened within bounds: nothing it says of itself is believed."""
