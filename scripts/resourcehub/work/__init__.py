"""What people ask of a hub besides a build."""
