"""Speed and memory against named peers."""
