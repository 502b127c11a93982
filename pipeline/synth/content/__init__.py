"""What the samples say: invented agencies, placeholder names."""
