"""The packs that come with Dragoman: data only."""
