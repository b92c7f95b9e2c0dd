"""What an editor writes: YAML and front matter become values with places, then the model."""
