"""What stands on each sheet: records in, plain rows out."""
