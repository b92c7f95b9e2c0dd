"""Model -> problems: how the parts of a hub fit together, one small generator for each rule."""
