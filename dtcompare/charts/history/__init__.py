"""Every line behind one figure."""
