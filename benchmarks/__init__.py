"""Speed beside what else there is: scripts that print ratios, never timed tests."""
