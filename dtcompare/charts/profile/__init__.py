"""What is known of one province, beside the others."""
