"""Files for machines: each module turns the localised model into one kind of file."""
